import { useMutation } from '@tanstack/react-query';
import { type Zoom, zoomBeside } from '../../../shared/domain/settings/app/appearance.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/** Ctrl with =, - and 0: larger, smaller, as it was. Main draws every window so, and keeps it for this PC. */
export function useZoomKeys(): void {
  const feedback = useFeedback();
  const { zoom } = useAppState().settings.appearance;
  const { mutate } = useMutation({
    mutationFn: (next: Zoom) =>
      call('settings.save', { scope: APP_SCOPE, key: 'appearance', values: { zoom: next } }),
    // A change that is in sight needs no way back but the same keys: the last act of the agent stays the one to be undone.
    onSuccess: (_saved, next) => feedback.done(`界面 ${next}%`),
    onError: (error) => feedback.fail(error),
  });
  useShortcut(SHORTCUTS.zoomIn, () => mutate(zoomBeside(zoom, 1)));
  useShortcut(SHORTCUTS.zoomOut, () => mutate(zoomBeside(zoom, -1)));
  useShortcut(SHORTCUTS.zoomReset, () => mutate('100'));
}

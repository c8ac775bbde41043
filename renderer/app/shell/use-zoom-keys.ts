import { useMutation } from '@tanstack/react-query';
import type { ZoomStep } from '../../../shared/domain/settings/app/appearance.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/** Ctrl with =, - and 0: larger, smaller, as it was. Main draws every window so, and keeps it for this PC. */
export function useZoomKeys(): void {
  const feedback = useFeedback();
  const { mutate } = useMutation({
    mutationFn: (step: ZoomStep) => call('settings.zoom', step),
    // A change that is in sight needs no way back but the same keys: the last act of the agent stays the one to be undone.
    onSuccess: (zoom) => feedback.done(`界面 ${zoom}%`),
    onError: (error) => feedback.fail(error),
  });
  useShortcut(SHORTCUTS.zoomIn, () => mutate('larger'));
  useShortcut(SHORTCUTS.zoomOut, () => mutate('smaller'));
  useShortcut(SHORTCUTS.zoomReset, () => mutate('as-drawn'));
}

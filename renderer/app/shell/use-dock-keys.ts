import { useMutation } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/** Beside the chat and back; main keeps where that is on each screen. */
export function useToggleDock(): () => void {
  const feedback = useFeedback();
  const { mutate } = useMutation({
    mutationFn: () => call('window.toggleDock', undefined),
    onError: (error) => feedback.fail(error),
  });
  return () => mutate();
}

/** Whether it stands over other windows. */
export function usePinDock() {
  const feedback = useFeedback();
  const { mutate } = useMutation({
    mutationFn: (isOnTop: boolean) => call('window.pinDock', { isOnTop }),
    onError: (error) => feedback.fail(error),
  });
  return mutate;
}

export function useDockKey(): void {
  useShortcut(SHORTCUTS.dock, useToggleDock());
}

import { useMutation } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

export function useLock() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: () => call('session.lock', undefined),
    onError: (error) => feedback.fail(error),
  });
}

export function useConfirmClock() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: () => call('reminders.confirmClock', undefined),
    onError: (error) => feedback.fail(error),
  });
}

export function usePauseReminders() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: (untilMs: number | null) => call('reminders.pauseUntil', { untilMs }),
    onError: (error) => feedback.fail(error),
  });
}

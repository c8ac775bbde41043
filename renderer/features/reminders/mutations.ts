import { useMutation } from '@tanstack/react-query';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

export function useTestReminder() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: () => call('reminders.test', undefined),
    onError: (error) => feedback.fail(error),
  });
}

export function useConfirmReminders() {
  const feedback = useFeedback();
  return useMutation({
    mutationFn: () =>
      call('settings.save', { scope: APP_SCOPE, key: 'reminders', values: { reminderChecked: true } }),
    onError: (error) => feedback.fail(error),
  });
}

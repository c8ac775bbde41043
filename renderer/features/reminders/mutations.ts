import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appQueries } from '../../lib/app-state.ts';
import { call } from '../../lib/ipc.ts';
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
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { settings } = await queryClient.ensureQueryData(appQueries.state());
      // All of them: a setting that is left out would go back to its default.
      return call('app.saveSettings', { ...settings, reminderChecked: true });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: appQueries.all() }),
    onError: (error) => feedback.fail(error),
  });
}

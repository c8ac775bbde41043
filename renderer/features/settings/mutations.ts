import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AppSettings } from '../../../shared/domain/app-settings.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { appQueries, useAppState } from '../../lib/app-state.ts';
import { call } from '../../lib/ipc.ts';
import { useFeedback } from '../../ui/feedback.tsx';

/** `messageOf` says what was done, also when the screen that asked has gone. */
function useAppMutation<T, R>(mutationFn: (input: T) => Promise<R>, messageOf?: (result: R) => string) {
  const client = useQueryClient();
  const feedback = useFeedback();
  return useMutation({
    mutationFn,
    onSuccess: (result) => {
      if (messageOf) feedback.done(messageOf(result));
      return client.invalidateQueries({ queryKey: appQueries.all() });
    },
    onError: (error) => feedback.fail(error),
  });
}

/** All settings go along: what is left out of a call is filled in with its default. */
export function useSaveAppSettings() {
  const { settings } = useAppState();
  return useAppMutation((change: Partial<AppSettings>) =>
    call('app.saveSettings', { ...settings, ...change }),
  );
}

export function useChooseWatchedFolder() {
  return useAppMutation(() => call('app.chooseWatchedFolder', undefined));
}

export function useCreateShop() {
  return useAppMutation((input: CallInput<'shops.create'>) => call('shops.create', input));
}

export function useRenameShop() {
  return useAppMutation((input: CallInput<'shops.rename'>) => call('shops.rename', input));
}

export function useSaveShopSettings() {
  return useAppMutation((input: CallInput<'shops.saveSettings'>) => call('shops.saveSettings', input));
}

export function useCreateAgent() {
  return useAppMutation((input: CallInput<'agents.create'>) => call('agents.create', input));
}

export function useUpdateAgent() {
  return useAppMutation((input: CallInput<'agents.update'>) => call('agents.update', input));
}

export function useInstallSample() {
  return useAppMutation(
    () => call('sample.install', undefined),
    ({ name }) => `已安装「${name}」`,
  );
}

export function useRemoveSample() {
  return useAppMutation(
    () => call('sample.remove', undefined),
    () => '已移除示例店铺',
  );
}

export function useTestReminder() {
  return useAppMutation(() => call('reminders.test', undefined));
}

export function usePauseReminders() {
  return useAppMutation((untilMs: number | null) => call('reminders.pauseUntil', { untilMs }));
}

export function useSaveExport() {
  return useAppMutation((input: CallInput<'exports.save'>) => call('exports.save', input));
}

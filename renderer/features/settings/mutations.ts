import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActivityId, ShopId } from '../../../shared/domain/ids.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import type { SettingsKey } from '../../../shared/domain/settings/settings-of.ts';
import type { AppSettings } from '../../../shared/domain/team/app-settings.ts';
import type { ShopSettings } from '../../../shared/domain/team/shop.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { appQueries } from '../../lib/main-process/app-state.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { whenRead } from '../../lib/main-process/query-client.ts';
import { useFeedback } from '../../ui/feedback.tsx';
import { wayBack } from '../../ui/forms/use-action.ts';

/** `messageOf` says what was done, also when the screen that asked has gone. */
function useAppMutation<T, R>(mutationFn: (input: T) => Promise<R>, messageOf?: (result: R) => string) {
  const client = useQueryClient();
  const feedback = useFeedback();
  return useMutation({
    mutationFn,
    onSuccess: (result) => {
      if (messageOf) feedback.done(messageOf(result));
      return whenRead(client, appQueries.all());
    },
    onError: (error) => feedback.fail(error),
  });
}

/** Main says what it has changed; `null`: nothing was different. */
type Said = { readonly activityId: ActivityId | null; readonly message: string } | null;

/** Says what main says, with the way back beside it. */
function useRecordedMutation<T>(mutationFn: (input: T) => Promise<Said>) {
  const client = useQueryClient();
  const feedback = useFeedback();
  return useMutation({
    mutationFn,
    onSuccess: (said) => {
      if (said !== null) feedback.done(said.message, wayBack(said.activityId));
      return whenRead(client, appQueries.all());
    },
    onError: (error) => feedback.fail(error),
  });
}

/** Saves the settings of any domain, of a shop or of this PC. */
export function useSaveSettings() {
  return useRecordedMutation((input: CallInput<'settings.save'>) => call('settings.save', input));
}

/** Only the fields that change are sent; main leaves the others as they are. */
export function useSaveAppSettings<Key extends SettingsKey<'app'>>(key: Key) {
  return useRecordedMutation((values: Partial<AppSettings[Key]>) =>
    call('settings.save', { scope: APP_SCOPE, key, values }),
  );
}

export function useChooseWatchedFolder() {
  return useRecordedMutation(() => call('settings.chooseWatchedFolder', undefined));
}

export function useCreateShop() {
  return useAppMutation((input: CallInput<'shops.create'>) => call('shops.create', input));
}

export function useRenameShop() {
  return useRecordedMutation((input: CallInput<'shops.rename'>) => call('shops.rename', input));
}

type ShopChange = { readonly id: ShopId; readonly settings: Partial<ShopSettings> };

/** Each domain is saved for itself; the form says so, with one way back from all of them. */
export function useSaveShopSettings() {
  return useAppMutation(({ id, settings }: ShopChange) =>
    Promise.all(
      Object.entries(settings).map(([key, values]) => call('settings.save', { scope: id, key, values })),
    ),
  );
}

export function useCreateAgent() {
  return useAppMutation((input: CallInput<'agents.create'>) => call('agents.create', input));
}

export function useUpdateAgent() {
  return useRecordedMutation((input: CallInput<'agents.update'>) => call('agents.update', input));
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

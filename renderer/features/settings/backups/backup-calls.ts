import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { BackupState } from '../../../../shared/ipc/contract/program/backup-contract.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { whenRead } from '../../../lib/main-process/query-client.ts';
import { QUERY_ROOTS } from '../../../lib/main-process/query-roots.ts';
import { useFeedback } from '../../../ui/feedback.tsx';

export const backupQueries = {
  state: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.backups, 'state'],
      queryFn: () => call('backups.state', undefined),
    }),
};

export function useBackupState(): BackupState {
  return useSuspenseQuery(backupQueries.state()).data;
}

type BackupAct =
  | 'backups.make'
  | 'backups.check'
  | 'backups.chooseSecondFolder'
  | 'backups.dropSecondFolder'
  | 'backups.showFolder';

export function useBackupAct(channel: BackupAct) {
  const client = useQueryClient();
  const feedback = useFeedback();
  return useMutation({
    mutationFn: () => call(channel, undefined),
    onSuccess: () => whenRead(client, QUERY_ROOTS.backups),
    onError: (error) => feedback.fail(error),
  });
}

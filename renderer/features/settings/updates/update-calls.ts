import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type {
  Release,
  UpdateState,
  UpdateStep,
} from '../../../../shared/ipc/contract/program/update-contract.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { whenRead } from '../../../lib/main-process/query-client.ts';
import { QUERY_ROOTS } from '../../../lib/main-process/query-roots.ts';
import { useFeedback } from '../../../ui/feedback.tsx';

export const updateQueries = {
  state: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.updates, 'state'],
      queryFn: () => call('updates.state', undefined),
    }),
};

export function useUpdateState(): UpdateState {
  return useSuspenseQuery(updateQueries.state()).data;
}

/** A version that waits for the agent, or for the end of the program. */
export function waitingRelease(step: UpdateStep): Release | null {
  return step.kind === 'available' || step.kind === 'ready' ? step.release : null;
}

function useUpdateMutation<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  const feedback = useFeedback();
  return useMutation({
    mutationFn,
    onSuccess: () => whenRead(client, QUERY_ROOTS.updates),
    onError: (error) => feedback.fail(error),
  });
}

export function useSetUpdateSource() {
  return useUpdateMutation((source: string | null) => call('updates.setSource', { source }));
}

export function useChooseUpdateFolder() {
  return useUpdateMutation(() => call('updates.chooseFolder', undefined));
}

export function useCheckForUpdate() {
  return useUpdateMutation(() => call('updates.check', undefined));
}

export function useAcceptUpdate() {
  return useUpdateMutation(() => call('updates.accept', undefined));
}

export function useDeclineUpdate() {
  return useUpdateMutation(() => call('updates.decline', undefined));
}

export function useInstallUpdateNow() {
  return useUpdateMutation(() => call('updates.installNow', undefined));
}

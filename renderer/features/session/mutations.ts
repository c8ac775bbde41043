import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { FirstRun } from '../../../shared/ipc/contract/session-contract.ts';
import { call } from '../../lib/ipc.ts';

/** Another person, or the first: nothing that the page knew can be relied on. */
function useSessionMutation<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries() });
}

export function useCompleteFirstRun() {
  return useSessionMutation((firstRun: FirstRun) => call('app.completeFirstRun', firstRun));
}

export function useSignIn() {
  return useSessionMutation((input: { readonly agentId: AgentId; readonly pin: string | null }) =>
    call('session.signIn', input),
  );
}

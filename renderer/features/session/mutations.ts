import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { FirstRun } from '../../../shared/ipc/contract/program/session-contract.ts';
import { appQueries } from '../../lib/main-process/app-state.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { whenRead } from '../../lib/main-process/query-client.ts';

/** Another agent signs in, or the first; the screen goes once the page knows which. */
function useSessionMutation<T, R>(mutationFn: (input: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => whenRead(client, appQueries.all()) });
}

export function useCompleteFirstRun() {
  return useSessionMutation((firstRun: FirstRun) => call('app.completeFirstRun', firstRun));
}

export function useSignIn() {
  return useSessionMutation((input: { readonly agentId: AgentId; readonly pin: string | null }) =>
    call('session.signIn', input),
  );
}

import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { RescueState } from '../../../shared/ipc/contract/rescue-contract.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import { call } from '../../lib/main-process/ipc.ts';

const rescueQueries = {
  state: () =>
    queryOptions({ queryKey: ['rescue', 'state'], queryFn: () => call('rescue.state', undefined) }),
};

/** The state changes by itself: a lock goes, a share answers. */
const isWaiting = ({ trouble, second }: RescueState): boolean =>
  trouble === 'locked' || second?.state === 'reading' || second?.state === 'slow';

/**
 * Main pushes nothing before there is a program, so the page looks again while something is waited for, and more often
 * while it has begun something itself.
 */
export function useRescueState({ isBusy }: { readonly isBusy: boolean }): RescueState {
  return useSuspenseQuery({
    ...rescueQueries.state(),
    refetchInterval: ({ state }) => {
      if (isBusy) return SECOND / 4;
      return state.data && isWaiting(state.data) ? SECOND : false;
    },
  }).data;
}

/** A try that fails may have found another trouble. */
export function useRescueAct<Input, Answer>(act: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onError: () => client.refetchQueries(rescueQueries.state()),
  });
}

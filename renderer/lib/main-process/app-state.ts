import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { mayEdit } from '../../../shared/domain/scripts/script-scope.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import type { AppState } from '../../../shared/ipc/contract/program/session-contract.ts';
import { takeChosenKeys } from '../keys/own-keys.ts';
import { setMainNow } from '../time/now.ts';
import { call } from './ipc.ts';
import { QUERY_ROOTS } from './query-roots.ts';

export const appQueries = {
  all: () => QUERY_ROOTS.app,
  state: () =>
    queryOptions({
      queryKey: [...appQueries.all(), 'state'],
      queryFn: async () => {
        const state = await call('app.state', undefined);
        setMainNow(state.nowMs);
        takeChosenKeys(state.settings.keys.chosenKeys);
        return state;
      },
    }),
};

/** Shops, agents and settings; inside the shell they are always there. */
export function useAppState(): AppState {
  return useSuspenseQuery(appQueries.state()).data;
}

export function useCurrentAgent(): Agent | undefined {
  const { agents, currentAgentId } = useAppState();
  return agents.find((agent) => agent.id === currentAgentId);
}

/** Whether the agent may change scripts of the scope at once; otherwise the agent proposes the change to a lead. */
export function useMayEdit(scope: ScriptScope): boolean {
  const { settings, agents } = useAppState();
  const agent = useCurrentAgent();
  const approval = { isRequired: settings.scripts.scriptApprovalRequired, team: agents };
  return agent !== undefined && mayEdit({ scope }, agent, approval);
}

export function useShop(id: string | null): Shop | undefined {
  return useAppState().shops.find((shop) => shop.id === id);
}

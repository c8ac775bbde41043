import type { AgentId } from '../../shared/domain/ids.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { ShowToday } from './show-today.ts';

type Dependencies = {
  readonly showToday: ShowToday;
  readonly session: { requireAgentId(): AgentId };
};

export function createTodayHandlers({ showToday, session }: Dependencies) {
  return {
    'today.show': ({ shopId }) => showToday(session.requireAgentId(), shopId),
  } satisfies Partial<Handlers>;
}

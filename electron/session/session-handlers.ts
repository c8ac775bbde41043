import type { AgentId } from '../../shared/domain/ids.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Session } from './session.ts';

type Dependencies = {
  readonly session: Session;
  /** Every window learns that another agent works now, or that the team has changed. */
  readonly changed: () => void;
  readonly now: () => EpochMs;
  /** H1: sign-in is clock-in. */
  readonly roster: {
    readonly clock: {
      in(agentId: AgentId, nowMs: EpochMs): void;
      out(agentId: AgentId, nowMs: EpochMs): void;
    };
  };
};

export function createSessionHandlers({ session, changed, now, roster }: Dependencies) {
  return {
    'session.signIn': ({ agentId, pin }) => {
      const agent = session.signIn(agentId, pin);
      roster.clock.in(agentId, now());
      changed();
      return agent;
    },
    'session.lock': () => {
      const agentId = session.currentAgentId();
      session.lock();
      if (agentId !== null) roster.clock.out(agentId, now());
      changed();
    },
    'agents.create': (agent) => {
      const created = session.addAgent(agent);
      changed();
      return created;
    },
    'agents.update': ({ pin, ...agent }) => {
      const saved = session.updateAgent(agent, pin);
      changed();
      return saved;
    },
  } satisfies Partial<Handlers>;
}

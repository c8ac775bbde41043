import type { Handlers } from '../ipc/answer-calls.ts';
import type { Session } from './session.ts';

type Dependencies = {
  readonly session: Session;
  /** Every window learns that another agent works now, or that the team has changed. */
  readonly changed: () => void;
};

export function createSessionHandlers({ session, changed }: Dependencies) {
  return {
    'session.signIn': ({ agentId, pin }) => {
      const agent = session.signIn(agentId, pin);
      changed();
      return agent;
    },
    'session.lock': () => {
      session.lock();
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

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
      if (agent.role !== 'agent') session.requireLeadIfAny();
      const created = session.addAgent(agent);
      changed();
      return created;
    },
    'agents.update': ({ id, name, role, pin, isArchived }) => {
      // R10: agents cannot make themselves leads, nor take a lead's PIN away.
      if (id !== session.currentAgentId() || role !== session.roleOf(id)) session.requireLeadIfAny();
      const updated = session.updateAgent({ id, name, role, isArchived }, pin);
      changed();
      return updated;
    },
  } satisfies Partial<Handlers>;
}

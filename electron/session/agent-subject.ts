import type { AgentId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AGENT_ROLE_LABELS, type Agent } from '../../shared/domain/team/agent.ts';
import { namedSubject } from '../kernel/subjects/named-subject.ts';

type Agents = { get(id: AgentId): Agent | undefined; list(): readonly Agent[] };

/** Tasks such as learning and handing in belong to the agent, and to no shop. */
export function createAgentSubject(agents: Agents) {
  return namedSubject('agent', {
    wordTables: ['agents'],
    find: (text, atMost) =>
      agents
        .list()
        .filter(({ name, isArchived }) => !isArchived && name.includes(text))
        .slice(0, atMost)
        .map(({ id }) => id),
    lookUp(id) {
      // The id was an agent's when the task was made.
      const agent = agents.get(id as AgentId);
      if (!agent) return null;
      const rest = { customerNick: null, detail: AGENT_ROLE_LABELS[agent.role], status: null, orderId: null };
      return { summary: { ref: asSubject('agent', id), title: agent.name, ...rest }, shopId: null };
    },
  });
}

import type { Agent } from '../shared/domain/team/agent.ts';
import type { Invocation } from './command.ts';
import { required } from './values.ts';

/** The agent of that name; the command line adds one that is not there yet. */
export function agentNamed({ core, values }: Pick<Invocation, 'core' | 'values'>): Agent {
  const name = required(values, 'agent');
  return core.stores.agents.findByName(name) ?? core.session.addAgent({ name, role: 'agent', pin: null });
}

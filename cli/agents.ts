import type { Agent } from '../shared/domain/agent.ts';
import type { Invocation } from './command.ts';
import { required } from './values.ts';

/** The agent of that name; somebody who works through the command line needs no other way to be made. */
export function agentNamed({ core, values }: Pick<Invocation, 'core' | 'values'>): Agent {
  const name = required(values, 'agent');
  return core.stores.agents.findByName(name) ?? core.session.addAgent({ name, role: 'agent', pin: null });
}

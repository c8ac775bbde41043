import { concessionProof } from '../../shared/domain/chasing/concession-ladder.ts';
import type { AgentId, OrderId } from '../../shared/domain/ids.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import type { ConcessionView } from '../../shared/ipc/contract/concession-contract.ts';
import { type ConcessionPorts, isLead, ladderFor } from './ports.ts';

type Ports = Pick<ConcessionPorts, 'concessions' | 'orders' | 'agents' | 'settingsOf' | 'bargainOf'>;

/** R10: the bargaining over an order as the agent who is signed in may see it. */
export function createConcessionView(ports: Ports) {
  const nameOf = (id: AgentId): string => ports.agents.get(id)?.name ?? '';

  return (orderId: OrderId, agentId: AgentId | null): ConcessionView => {
    const order = requireOrder(ports.orders, orderId);
    const concessions = ports.concessions.listOf(orderId);
    const { extras, ...ladder } = ladderFor(ports, order);
    return {
      ...ladder,
      extras: [...extras],
      entries: concessions.map((concession) => ({
        concession,
        agentName: nameOf(concession.agentId),
        deciderName: concession.decision === null ? null : nameOf(concession.decision.agentId),
      })),
      proof: concessionProof(concessions, order),
      isLead: agentId !== null && isLead(ports, agentId),
    };
  };
}

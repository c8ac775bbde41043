import type { Concession, ConcessionState } from '../../../shared/domain/chasing/concession.ts';
import type { AgentId, ConcessionId, OrderId } from '../../../shared/domain/ids.ts';
import { PLACED_AT_MS } from './an-order.ts';

type Overrides = Partial<Omit<Concession, 'id'>> & { readonly id?: string };

/** 3 yuan off, offered by the agent to the customer of `anOrder`. */
export function aConcession({ id = 'concession-1', ...overrides }: Overrides = {}): Concession {
  return {
    id: id as ConcessionId,
    orderId: 'order-1' as OrderId,
    offer: { kind: 'money', amountFen: 300 },
    state: 'offered',
    agentId: 'agent-1' as AgentId,
    atMs: PLACED_AT_MS,
    payableBeforeFen: 8800,
    request: null,
    decision: null,
    updatedAtMs: PLACED_AT_MS,
    ...overrides,
  };
}

export const anExtra = (text: string, state: ConcessionState): Concession =>
  aConcession({ id: `extra-${text}`, offer: { kind: 'extra', text }, state });

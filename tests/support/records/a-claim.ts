import type { ClaimId, OrderId } from '../../../shared/domain/ids.ts';
import type { Claim } from '../../../shared/domain/tasks/claim.ts';
import { PLACED_AT_MS } from './an-order.ts';

/** X4: an agent says that the order of the builders is paid. */
export function aClaim(overrides: Partial<Claim> = {}): Claim {
  return {
    id: 'claim-1' as ClaimId,
    shopId: null,
    subject: { kind: 'order', id: 'order-1' as OrderId },
    kind: 'paid',
    data: {},
    agentId: null,
    claimedAtMs: PLACED_AT_MS,
    state: 'open',
    judgedByRun: null,
    judgedAtMs: null,
    ...overrides,
  };
}

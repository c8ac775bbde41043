import type { EpochMs } from '../../time/clock.ts';
import { type Order, paidOrPayableFen } from '../orders/order.ts';
import type { Deadline } from '../shared-parts/deadline.ts';

/** The facts about the shipping of an order that do not stand in its own row. */
export type ShipFacts = {
  /** From files and agents. */
  readonly deadlines: readonly Pick<
    Deadline,
    'kind' | 'source' | 'atMs' | 'originalAtMs' | 'reason' | 'setAtMs'
  >[];
  /** When the customer was last reached about it. */
  readonly reachedAtMs: EpochMs | null;
  /** The money that refunds have given back. */
  readonly refundedFen: number;
  readonly isRefunding: boolean;
};

export const NO_SHIP_FACTS: ShipFacts = {
  deadlines: [],
  reachedAtMs: null,
  refundedFen: 0,
  isRefunding: false,
};

/** O4: there is nothing left to ship; a refund that is still running ends nothing. */
export function isRefundedWhole(
  order: Pick<Order, 'paidFen' | 'payableFen' | 'refundFen'>,
  { refundedFen }: Pick<ShipFacts, 'refundedFen'>,
): boolean {
  const paidFen = paidOrPayableFen(order) ?? 0;
  return paidFen > 0 && Math.max(refundedFen, order.refundFen ?? 0) >= paidFen;
}

/** O7: the time that the customer was promised, beside the platform's own end. */
export const agreedShipAtMs = ({ deadlines }: Pick<ShipFacts, 'deadlines'>): EpochMs | null =>
  deadlines.find(({ kind, source }) => kind === 'ship' && source === 'agreed')?.atMs ?? null;

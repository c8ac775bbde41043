import type { RuleEnd } from '../shared-parts/deadline.ts';
import { type DeadlineTime, endOfKind } from '../shared-parts/deadline.ts';
import type { Order } from './order.ts';

type Shipping = Pick<Order, 'status' | 'shipDeadlineAtMs'>;

/** O4: until when the paid order has to be shipped, as its file says. */
export function endsOfOrder({ status, shipDeadlineAtMs: atMs }: Shipping): RuleEnd[] {
  if (status !== 'paid') return [{ kind: 'ship', atMs: null }];
  return atMs === null ? [] : [{ kind: 'ship', atMs, source: 'file' }];
}

/** The time that counts, put off by an agent or not; `null`: nobody has named one, or the order needs no shipping. */
export const shipEndOf = (
  order: Shipping,
  stored: readonly (DeadlineTime & { readonly kind: string })[],
): DeadlineTime | null => endOfKind('ship', stored, endsOfOrder(order));

import type { Order } from '../../orders/order.ts';
import { defineClaim } from './claim-spec.ts';

/** X4: the agent was told that the order is paid. The chase rests until an import shows it or brings the chase back. */
export const paid = defineClaim<Pick<Order, 'status' | 'paidAtMs'>>({
  label: '已付款',
  openText: '已标记付款，待导入核实',
  about: 'order',
  needs: ['status'],
  // A payment is in the next export at once.
  graceMs: 0,
  judge({ after: { status, paidAtMs } }) {
    if (status === 'unknown') return 'open';
    const isUnpaid = status === 'unpaid' || (status === 'closed' && paidAtMs === null);
    return isUnpaid ? 'refuted' : 'proved';
  },
  onProved: 'claim-proved',
  onRefuted: 'paid-claim-refuted',
  asksAgain: false,
});

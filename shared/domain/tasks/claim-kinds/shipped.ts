import type { Order } from '../../orders/order.ts';
import { defineClaim } from './claim-spec.ts';

/** O4, O5, X4: the order was marked as shipped on the platform; the next import that shows it says whether it was. */
export const shipped = defineClaim<Pick<Order, 'status' | 'trackingNo'>>({
  label: '已点发货',
  openText: '已登记发货，待导入核实',
  about: 'order',
  needs: ['status'],
  judge({ after: { status, trackingNo } }) {
    if (status === 'unknown') return 'open';
    const isShipped = status === 'shipped' || status === 'completed';
    return isShipped || (status === 'closed' && trackingNo !== null) ? 'proved' : 'refuted';
  },
  onProved: 'claim-proved',
  onRefuted: 'claim-refuted',
  // Its own rule says so beside the time that has passed.
  asksAgain: false,
});

import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type ChasingPorts, ofOrder, unpaidOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly note?: string | null };
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'orders' | 'activities' | 'refreshTasks'>;

/** X4: the agent was told that it is paid. The chase rests until the next import proves it or brings it back. */
export function createClaimPaid(ports: Dependencies) {
  const { inTransaction, orders, activities, refreshTasks } = ports;

  return ({ orderId, note }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      const before = unpaidOrder(orders, orderId);
      const after: Order = { ...before, claimedPaidAtMs: actor.nowMs, updatedAtMs: actor.nowMs };
      orders.update(after, ['claimedPaidAtMs', 'updatedAtMs']);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'paid-claimed',
        data: {
          ...given({ text: note }),
          changes: changesOf(['order', orderId], { ...before, updatedAtMs: actor.nowMs }, after),
        },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      return { activityId: activity.id, message: '已标记付款，待下次导入核实' };
    });
}

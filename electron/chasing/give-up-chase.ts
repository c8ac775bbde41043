import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { UNPAID_REASON_LABELS, type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';

import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type ChasingPorts, ofOrder, unpaidOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly reason: UnpaidReason; readonly note?: string | null };
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'orders' | 'activities' | 'refreshTasks'>;

/** The customer will not pay. Nothing is chased any more; the order itself is the customer's to close (P9). */
export function createGiveUpChase(ports: Dependencies) {
  const { inTransaction, orders, activities, refreshTasks } = ports;

  return ({ orderId, reason, note }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      const before = unpaidOrder(orders, orderId);
      const label = UNPAID_REASON_LABELS[reason];
      const after: Order = {
        ...before,
        chaseStoppedAtMs: actor.nowMs,
        chaseStopReason: note ? `${label}：${note}` : label,
        updatedAtMs: actor.nowMs,
      };
      orders.update(after, ['chaseStoppedAtMs', 'chaseStopReason', 'updatedAtMs']);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'chase-lost',
        data: {
          reason,
          ...given({ text: note }),
          changes: changesOf(['order', orderId], { ...before, updatedAtMs: actor.nowMs }, after),
        },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      return { activityId: activity.id, message: '已放弃催付，订单请客户自行关闭' };
    });
}

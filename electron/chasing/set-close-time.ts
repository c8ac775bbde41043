import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { type ChasingPorts, ofOrder, unpaidOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly closesAtMs: EpochMs | null };
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'orders' | 'activities' | 'refreshTasks'>;

/** The platform gives this order another closing time than the shop's setting; `null` takes the setting again. */
export function createSetCloseTime({ inTransaction, orders, activities, refreshTasks }: Dependencies) {
  return ({ orderId, closesAtMs }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      const before = unpaidOrder(orders, orderId);
      if (closesAtMs !== null && before.placedAtMs !== null && closesAtMs <= before.placedAtMs) {
        throw new AppError('invalid-input', '关闭时间须晚于下单时间');
      }
      const after: Order = { ...before, closesAtMs, updatedAtMs: actor.nowMs };
      orders.update(after, ['closesAtMs', 'updatedAtMs']);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'close-time-set',
        data: {
          ...given({ untilMs: closesAtMs }),
          changes: changesOf(['order', orderId], { ...before, updatedAtMs: actor.nowMs }, after),
        },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      const message =
        closesAtMs === null
          ? '已恢复店铺设置的关闭时间'
          : `关闭时间已改为 ${formatBeijing(closesAtMs).slice(5, 16)}`;
      return { activityId: activity.id, message };
    });
}

import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { orderEdit } from './order-edit.ts';
import type { ChasingPorts } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly closesAtMs: EpochMs | null };

/** The platform gives this order another closing time than the shop's setting; `null` takes the setting again. */
export function createSetCloseTime({ act, orders }: Pick<ChasingPorts, 'act' | 'orders'>) {
  return ({ orderId, closesAtMs }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const order = requireUnpaidOrder(orders, orderId);
      if (closesAtMs !== null && order.placedAtMs !== null && closesAtMs <= order.placedAtMs) {
        throw new AppError('invalid-input', '关闭时间须晚于下单时间');
      }
      return {
        ...orderEdit(orders, order, { closesAtMs, nowMs: actor.nowMs }),
        kind: 'close-time-set',
        data: given({ untilMs: closesAtMs }),
        message:
          closesAtMs === null
            ? '已恢复店铺设置的关闭时间'
            : `关闭时间已改为 ${momentText(closesAtMs, actor.nowMs)}`,
      };
    });
}

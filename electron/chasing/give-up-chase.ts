import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import { UNPAID_REASON_LABELS, type UnpaidReason } from '../../shared/domain/orders/unpaid-reason.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { orderEdit } from './order-edit.ts';
import type { ChasingPorts } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly reason: UnpaidReason; readonly note?: string | null };

/** The customer will not pay. Nothing is chased any more; the order itself is the customer's to close (P9). */
export function createGiveUpChase({ act, orders }: Pick<ChasingPorts, 'act' | 'orders'>) {
  return ({ orderId, reason, note }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const { nowMs } = actor;
      const label = UNPAID_REASON_LABELS[reason];
      const chaseStopReason = note ? `${label}：${note}` : label;
      const order = requireUnpaidOrder(orders, orderId);
      return {
        ...orderEdit(orders, order, { chaseStoppedAtMs: nowMs, chaseStopReason, nowMs }),
        kind: 'chase-lost',
        data: { reason, ...given({ text: note }) },
        message: '已放弃催付，订单请客户自行关闭',
      };
    });
}

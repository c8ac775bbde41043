import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import { UNPAID_REASON_LABELS, type UnpaidReason } from '../../shared/domain/orders/unpaid-reason.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { ChasingPorts } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly reason: UnpaidReason; readonly note?: string | null };

/** P2: why the order is unpaid, as soon as the agent knows. */
export function createNoteReason({ act, orders }: Pick<ChasingPorts, 'act' | 'orders'>) {
  return ({ orderId, reason, note }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      requireOrder(orders, orderId);
      return {
        subject: asSubject('order', orderId),
        kind: 'reason-noted',
        data: { reason, ...given({ text: note }) },
        message: `已记录未付原因：${UNPAID_REASON_LABELS[reason]}`,
      };
    });
}

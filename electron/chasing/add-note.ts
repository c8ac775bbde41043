import { type Actor, activityBy } from '../../shared/domain/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type ChasingPorts, existingOrder, ofOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly text: string };
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'orders' | 'activities'>;

/** A line in the timeline that no machine acts on. */
export function createAddNote({ inTransaction, orders, activities }: Dependencies) {
  return ({ orderId, text }: Request, actor: Actor): Recorded => {
    if (text.trim() === '') throw new AppError('invalid-input', '请填写备注');
    return inTransaction(() => {
      existingOrder(orders, orderId);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'noted',
        data: { text: text.trim() },
      });
      return { activityId: activity.id, message: '已添加备注' };
    });
  };
}

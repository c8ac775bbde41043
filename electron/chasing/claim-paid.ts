import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { claiming } from '../kernel/claims/claiming.ts';
import type { ChasingPorts } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly note?: string | null };
type Dependencies = Pick<ChasingPorts, 'act' | 'orders' | 'claims'>;

/** X4: the agent was told that it is paid. The chase rests until the next import proves it or brings it back. */
export function createClaimPaid({ act, orders, claims }: Dependencies) {
  return ({ orderId, note }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const { shopId } = requireUnpaidOrder(orders, orderId);
      return {
        ...claiming({ kind: 'paid', subject: asSubject('order', orderId), shopId }, actor, claims),
        kind: 'paid-claimed',
        data: given({ text: note }),
        message: '已标记付款，待下次导入核实',
      };
    });
}

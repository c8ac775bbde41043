import { type Actor, given } from '../../shared/domain/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { orderEdit } from './order-edit.ts';
import { type ChasingPorts, unpaidOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly note?: string | null };

/** X4: the agent was told that it is paid. The chase rests until the next import proves it or brings it back. */
export function createClaimPaid({ act, orders }: Pick<ChasingPorts, 'act' | 'orders'>) {
  return ({ orderId, note }: Request, actor: Actor): Recorded =>
    act(actor, () => ({
      ...orderEdit(orders, unpaidOrder(orders, orderId), {
        claimedPaidAtMs: actor.nowMs,
        nowMs: actor.nowMs,
      }),
      kind: 'paid-claimed',
      data: given({ text: note }),
      message: '已标记付款，待下次导入核实',
    }));
}

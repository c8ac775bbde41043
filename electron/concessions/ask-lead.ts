import type { Concession } from '../../shared/domain/chasing/concession.ts';
import { askRefusal } from '../../shared/domain/chasing/concession-ladder.ts';
import type { ConcessionId, OrderId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type Bargainer, bargaining, type ConcessionPorts, ladderFor, orderToBargain } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly amountFen: number; readonly reason: string };

/** R10: beyond the agent's limit the lead is asked, with amount and reason. */
export function createAskLead(ports: ConcessionPorts) {
  return ({ orderId, amountFen, reason }: Request, actor: Bargainer): Recorded =>
    ports.act(actor, () => {
      const order = orderToBargain(ports, orderId);
      const refusal = askRefusal(ladderFor(ports, order), { amountFen, payableFen: order.payableFen });
      if (refusal !== null) throw new AppError('conflict', refusal);
      const { answerWithinMs } = ports.settingsOf(order.shopId);
      const after: Concession = {
        id: ports.newId(actor.nowMs) as ConcessionId,
        orderId,
        offer: { kind: 'money', amountFen },
        state: 'asked',
        agentId: actor.agentId,
        atMs: actor.nowMs,
        payableBeforeFen: order.payableFen,
        request: { amountFen, reason, dueAtMs: actor.nowMs + answerWithinMs },
        decision: null,
        updatedAtMs: actor.nowMs,
      };
      const message = `已请示主管：减 ¥${formatFen(amountFen)}`;
      return bargaining(ports, { kind: 'concession-asked', after, text: reason, message }, actor);
    });
}

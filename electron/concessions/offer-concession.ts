import { type Concession, type ConcessionOffer, offerLabel } from '../../shared/domain/chasing/concession.ts';
import { offerRefusal } from '../../shared/domain/chasing/concession-ladder.ts';
import type { ConcessionId, OrderId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Stroke } from '../kernel/activities/act.ts';
import {
  type Bargainer,
  bargaining,
  type ConcessionPorts,
  isLead,
  ladderFor,
  orderToBargain,
} from './ports.ts';

type Request = { readonly orderId: OrderId; readonly offer: ConcessionOffer };

/** R10: the agent tells the customer the next smaller step, or what the lead has granted; a lead decides alone. */
export function createOfferConcession(ports: ConcessionPorts) {
  function offering(after: Concession, answers: string | null, actor: Bargainer): Stroke {
    const message = `已记录：提出${offerLabel(after.offer)}`;
    const step = { kind: 'concession-offered', after, message } as const;
    return bargaining(ports, answers === null ? step : { ...step, answers }, actor);
  }

  return ({ orderId, offer }: Request, actor: Bargainer): Recorded =>
    ports.act(actor, () => {
      const order = orderToBargain(ports, orderId);
      const ladder = ladderFor(ports, order);
      if (ladder.open?.state === 'granted' && isSame(ladder.open.offer, offer))
        return offering({ ...ladder.open, state: 'offered', updatedAtMs: actor.nowMs }, 'answer', actor);
      const decides = isLead(ports, actor.agentId);
      const refusal = offerRefusal(ladder, offer, { ...order, isLead: decides });
      if (refusal !== null) throw new AppError('conflict', refusal);
      const isOwnDecision = offer.kind === 'money' && offer.amountFen !== ladder.nextFen;
      const after: Concession = {
        id: ports.newId(actor.nowMs) as ConcessionId,
        orderId,
        offer,
        state: 'offered',
        agentId: actor.agentId,
        atMs: actor.nowMs,
        payableBeforeFen: order.payableFen,
        request: null,
        decision: isOwnDecision ? { agentId: actor.agentId, atMs: actor.nowMs, note: null } : null,
        updatedAtMs: actor.nowMs,
      };
      return offering(after, null, actor);
    });
}

function isSame(a: ConcessionOffer, b: ConcessionOffer): boolean {
  if (a.kind === 'money') return b.kind === 'money' && a.amountFen === b.amountFen;
  return b.kind === 'extra' && a.text === b.text;
}

import { type Concession, type ConcessionOffer, offerLabel } from '../../shared/domain/concession.ts';
import { offerRefusal } from '../../shared/domain/concession-ladder.ts';
import type { ConcessionId, OrderId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type Bargainer, type ConcessionPorts, isLead, ladderFor, record, unpaidOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly offer: ConcessionOffer };

/** R10: the agent tells the customer the next smaller step, or what the lead has granted; a lead decides alone. */
export function createOfferConcession(ports: ConcessionPorts) {
  function passOn(granted: Concession, actor: Bargainer): Recorded {
    const after: Concession = { ...granted, state: 'offered', updatedAtMs: actor.nowMs };
    const activity = record(
      ports,
      { kind: 'concession-offered', before: granted, after, step: 'answer' },
      actor,
    );
    return { activityId: activity.id, message: `已记录：提出${offerLabel(after.offer)}` };
  }

  return ({ orderId, offer }: Request, actor: Bargainer): Recorded =>
    ports.inTransaction(() => {
      const order = unpaidOrder(ports, orderId);
      const ladder = ladderFor(ports, order);
      if (ladder.open?.state === 'granted' && isSame(ladder.open.offer, offer))
        return passOn(ladder.open, actor);
      const decides = isLead(ports, actor.agentId);
      const refusal = offerRefusal(ladder, offer, { payableFen: order.payableFen, isLead: decides });
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
      const activity = record(ports, { kind: 'concession-offered', before: null, after }, actor);
      return { activityId: activity.id, message: `已记录：提出${offerLabel(offer)}` };
    });
}

function isSame(a: ConcessionOffer, b: ConcessionOffer): boolean {
  if (a.kind === 'money') return b.kind === 'money' && a.amountFen === b.amountFen;
  return b.kind === 'extra' && a.text === b.text;
}

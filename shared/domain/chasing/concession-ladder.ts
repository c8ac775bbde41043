import { formatFen } from '../money.ts';
import { isPaidStatus, type Order } from '../orders/order.ts';
import type { BargainStep, Concession, ConcessionOffer, ConcessionSettings } from './concession.ts';

/** R10: the state of the bargaining over an order, and the offers that may come next. */
export type ConcessionLadder = {
  /** The one that waits for the customer, for the lead, or for the agent to pass the lead's answer on. */
  readonly open: Concession | null;
  /** The concession that the customer has agreed to; nothing is offered beyond it. */
  readonly accepted: Concession | null;
  /** The most money that the customer has turned down. */
  readonly refusedFen: number;
  /** The next smaller step; `null` when there is none without the lead. */
  readonly nextFen: number | null;
  /** Extras that may be offered in place of money. */
  readonly extras: readonly string[];
  /** The steps are used up. */
  readonly canAsk: boolean;
};

type Facts = {
  /** In the order in which they came about. */
  readonly concessions: readonly Concession[];
  readonly settings: ConcessionSettings;
  readonly payableFen: number | null;
};

const isOpen = ({ state }: Concession) => state === 'offered' || state === 'asked' || state === 'granted';

export function concessionLadder({ concessions, settings, payableFen }: Facts): ConcessionLadder {
  const open = concessions.find(isOpen) ?? null;
  const accepted = concessions.findLast(({ state }) => state === 'accepted') ?? null;
  const refused = concessions.filter(({ state }) => state === 'refused');
  const refusedFen = Math.max(
    0,
    ...refused.map(({ offer }) => (offer.kind === 'money' ? offer.amountFen : 0)),
  );
  if (open !== null || accepted !== null)
    return { open, accepted, refusedFen, nextFen: null, extras: [], canAsk: false };
  const refusedExtras = new Set(refused.map(({ offer }) => (offer.kind === 'extra' ? offer.text : '')));
  const nextFen =
    settings.stepsFen.find(
      (step) => step > refusedFen && step <= settings.limitFen && isBelowPrice(step, payableFen),
    ) ?? null;
  return {
    open,
    accepted,
    refusedFen,
    nextFen,
    // R13: nothing is given away unasked, so the first answer to a bargainer is never a present.
    extras: refusedFen === 0 ? [] : settings.extras.filter((extra) => !refusedExtras.has(extra)),
    canAsk: nextFen === null,
  };
}

function isBelowPrice(amountFen: number, payableFen: number | null): boolean {
  return payableFen === null || amountFen < payableFen;
}

/** Why one more concession cannot begin; `null` when it can. */
function busyReason({ open, accepted }: ConcessionLadder): string | null {
  if (accepted !== null) return '客户已接受优惠；再次还价请先登记';
  if (open === null) return null;
  return open.state === 'asked' ? '主管还没有答复' : '上一项优惠客户还没有答复';
}

type Amount = { readonly amountFen: number; readonly payableFen: number | null };

function amountRefusal({ refusedFen }: ConcessionLadder, { amountFen, payableFen }: Amount): string | null {
  if (amountFen <= refusedFen) return `须高于客户已拒绝的 ¥${formatFen(refusedFen)}`;
  return isBelowPrice(amountFen, payableFen) ? null : '须低于订单应付金额';
}

/** A lead may offer any amount at once; an agent goes step by step. */
type Asker = { readonly payableFen: number | null; readonly isLead: boolean };

/** Why this cannot be offered to the customer now; `null` when it can. */
export function offerRefusal(ladder: ConcessionLadder, offer: ConcessionOffer, asker: Asker): string | null {
  const busy = busyReason(ladder);
  if (busy !== null) return busy;
  if (offer.kind === 'extra')
    return asker.isLead || ladder.extras.includes(offer.text) ? null : '第一步优惠被拒绝后才能提出';
  const { payableFen, isLead } = asker;
  if (isLead) return amountRefusal(ladder, { amountFen: offer.amountFen, payableFen });
  if (offer.amountFen === ladder.nextFen) return null;
  return ladder.nextFen === null
    ? '已用完权限内的优惠，请向主管申请'
    : `请先提出 ¥${formatFen(ladder.nextFen)}，客户未接受再提下一步`;
}

/** Why the lead cannot be asked for this now; `null` when it can be done. */
export function askRefusal(ladder: ConcessionLadder, amount: Amount): string | null {
  const busy = busyReason(ladder);
  if (busy !== null) return busy;
  if (ladder.nextFen !== null) return `请先提出权限内的 ¥${formatFen(ladder.nextFen)}`;
  return amountRefusal(ladder, amount);
}

/** The moment of the bargaining that a script is looked for: its step, and the offer that it is about. */
export type BargainMoment = {
  /** `null`: the customer has accepted. */
  readonly step: BargainStep | null;
  readonly offer: ConcessionOffer | null;
};

export function bargainMoment(
  concessions: readonly Concession[],
  { open, accepted, canAsk }: Pick<ConcessionLadder, 'open' | 'accepted' | 'canAsk'>,
): BargainMoment {
  if (open !== null) return momentOfOpen(open, concessions);
  if (accepted !== null) return { step: null, offer: accepted.offer };
  if (concessions.at(-1)?.state !== 'denied')
    return { step: canAsk ? 'limit-reached' : 'hold-price', offer: null };
  // An offer from before the lead was asked still holds.
  const refused = concessions.findLast(({ state, offer }) => state === 'refused' && offer.kind === 'money');
  return { step: 'lead-declined', offer: refused?.offer ?? null };
}

function momentOfOpen(open: Concession, concessions: readonly Concession[]): BargainMoment {
  const { state, offer, decision } = open;
  if (state === 'asked') return { step: 'ask-lead', offer: null };
  if (offer.kind === 'extra') return { step: 'concede-extra', offer };
  if (decision !== null) return { step: 'lead-agreed', offer };
  return { step: concessions[0]?.id === open.id ? 'concede-first' : 'concede-next', offer };
}

/** X4: the verdict of imports on a concession that the customer accepted. */
export type ConcessionProof = 'kept' | 'unkept' | 'unproven';

type ProvenOrder = Pick<Order, 'status' | 'paidAtMs' | 'payableFen' | 'refundFen'>;

/**
 * Kept: the order costs so much less than before the bargaining began, or so much was given back. An export without
 * amounts, and an order that is not paid yet, prove nothing.
 */
export function concessionProof(concessions: readonly Concession[], order: ProvenOrder): ConcessionProof {
  const accepted = concessions.findLast(({ state }) => state === 'accepted');
  const beforeFen = concessions[0]?.payableBeforeFen ?? null;
  if (accepted?.offer.kind !== 'money' || beforeFen === null || order.payableFen === null) return 'unproven';
  const { amountFen } = accepted.offer;
  const givenFen = Math.max(beforeFen - order.payableFen, order.refundFen ?? 0);
  if (givenFen >= amountFen) return 'kept';
  return wasPaid(order) ? 'unkept' : 'unproven';
}

function wasPaid({ status, paidAtMs }: ProvenOrder): boolean {
  return status === 'closed' ? paidAtMs !== null : isPaidStatus(status);
}

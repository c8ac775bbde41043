import { formatFen } from '../money.ts';
import type { CustomerGrade } from '../orders/customer.ts';
import { isPaidStatus, type Order } from '../orders/order.ts';
import type { Platform } from '../team/shop.ts';
import type { BargainStep, Concession, ConcessionOffer, ConcessionSettings } from './concession.ts';

/** R10: the state of the bargaining over an order, and the offers that may come next. */
export type ConcessionLadder = {
  /** How far the agent goes alone for this order. */
  readonly limitFen: number;
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
  /** The platform lets neither agent nor lead take money off. */
  readonly isFixed: boolean;
  /** The customer is to be offered something before asking. */
  readonly isRegular: boolean;
};

/** The price of the order; `null` where no export has said it. */
type Worth = Pick<Order, 'payableFen' | 'postageFen'>;

/** 天猫 lets nobody change the price of an order: a coupon, free postage or an extra is all that can be given. */
const isPriceFixed = (platform: Platform | null): boolean => platform === 'tmall';

const FIXED_PRICE = '天猫不能改价，请以优惠券、免运费或小礼品代替';

/** R2: customers who have paid before are offered something unasked. */
const isRegular = (grade: CustomerGrade | null): boolean => grade === 'returning' || grade === 'vip';

/** For whom and where the bargaining is; `null`: nobody knows. */
export type Bargain = { readonly platform: Platform | null; readonly grade: CustomerGrade | null };

type Facts = Worth &
  Bargain & {
    /** In the order in which they came about. */
    readonly concessions: readonly Concession[];
    readonly settings: ConcessionSettings;
  };

function limitFor({ limitFen, limitPercent }: ConcessionSettings, payableFen: number | null): number {
  return payableFen === null ? limitFen : Math.min(limitFen, Math.floor((payableFen * limitPercent) / 100));
}

/** Free postage gives nothing where none is asked for. */
const isFutile = (extra: string, { postageFen }: Pick<Worth, 'postageFen'>): boolean =>
  postageFen === 0 && /包邮|免邮|免.{0,2}运费|运费全免/.test(extra);

const isOpen = ({ state }: Concession) => state === 'offered' || state === 'asked' || state === 'granted';

export function concessionLadder(facts: Facts): ConcessionLadder {
  const { concessions, settings, platform, grade, ...worth } = facts;
  const common = { isFixed: isPriceFixed(platform), isRegular: isRegular(grade) };
  const { payableFen } = worth;
  const limitFen = limitFor(settings, payableFen);
  const open = concessions.find(isOpen) ?? null;
  const accepted = concessions.findLast(({ state }) => state === 'accepted') ?? null;
  const refused = concessions.filter(({ state }) => state === 'refused');
  const refusedFen = Math.max(
    0,
    ...refused.map(({ offer }) => (offer.kind === 'money' ? offer.amountFen : 0)),
  );
  if (open !== null || accepted !== null)
    return { ...common, limitFen, open, accepted, refusedFen, nextFen: null, extras: [], canAsk: false };
  const refusedExtras = new Set(refused.map(({ offer }) => (offer.kind === 'extra' ? offer.text : '')));
  const steps = common.isFixed
    ? []
    : settings.stepsFen.filter((step) => step <= limitFen && isBelowPrice(step, payableFen));
  const nextFen = steps.find((step) => step > refusedFen) ?? null;
  // R13: nothing is given away unasked, so the first answer to a bargainer is no present where the price can give way.
  const mayGive = refusedFen > 0 || steps.length === 0 || common.isRegular;
  return {
    ...common,
    limitFen,
    open,
    accepted,
    refusedFen,
    nextFen,
    extras: settings.extras.filter(
      (extra) => mayGive && !refusedExtras.has(extra) && !isFutile(extra, worth),
    ),
    canAsk: nextFen === null && !common.isFixed,
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

function extraRefusal({ extras }: ConcessionLadder, extra: string, asker: Asker): string | null {
  if (isFutile(extra, asker)) return '该订单没有运费，不能免运费';
  return asker.isLead || extras.includes(extra) ? null : '第一步优惠被拒绝后才能提出';
}

/** A lead may offer any amount at once; an agent goes step by step. */
type Asker = Worth & { readonly isLead: boolean };

/** Why this cannot be offered to the customer now; `null` when it can. */
export function offerRefusal(ladder: ConcessionLadder, offer: ConcessionOffer, asker: Asker): string | null {
  const busy = busyReason(ladder);
  if (busy !== null) return busy;
  if (offer.kind === 'extra') return extraRefusal(ladder, offer.text, asker);
  if (ladder.isFixed) return FIXED_PRICE;
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
  if (ladder.isFixed) return FIXED_PRICE;
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
  {
    open,
    accepted,
    canAsk,
    isRegular: offersFirst,
  }: Pick<ConcessionLadder, 'open' | 'accepted' | 'canAsk' | 'isRegular'>,
  order: ProvenOrder,
): BargainMoment {
  if (open !== null) return momentOfOpen(open, concessions);
  if (accepted !== null) return { step: stepOnceKept(concessions, order), offer: accepted.offer };
  if (concessions.length === 0 && offersFirst) return { step: 'offer-first', offer: null };
  if (concessions.at(-1)?.state !== 'denied')
    return { step: canAsk ? 'limit-reached' : 'hold-price', offer: null };
  // An offer from before the lead was asked still holds.
  const refused = concessions.findLast(({ state, offer }) => state === 'refused' && offer.kind === 'money');
  return { step: 'lead-declined', offer: refused?.offer ?? null };
}

/** The customer waits to hear that the price is changed. */
const stepOnceKept = (concessions: readonly Concession[], order: ProvenOrder): BargainStep | null =>
  concessionProof(concessions, order) === 'kept' ? 'tell-price' : null;

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

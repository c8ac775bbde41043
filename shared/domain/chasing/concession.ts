import { z } from 'zod';
import { DAY, MINUTE } from '../../time/durations.ts';
import { AgentId, ConcessionId, OrderId } from '../ids.ts';
import { formatFen } from '../money.ts';

export const ExtraText = z.string().trim().min(1).max(30);
const amountFen = z.int().positive().max(100_000_000);

/** R10: the shop gives up money off the order, or something small beside it. */
export const ConcessionOffer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('money'), amountFen }),
  z.object({ kind: z.literal('extra'), text: ExtraText }),
]);
export type ConcessionOffer = z.infer<typeof ConcessionOffer>;

/** The first three are between agent and lead, the others between agent and customer. */
export const CONCESSION_STATES = ['asked', 'granted', 'denied', 'offered', 'accepted', 'refused'] as const;
export const ConcessionState = z.enum(CONCESSION_STATES);
export type ConcessionState = z.infer<typeof ConcessionState>;

export const CONCESSION_STATE_LABELS = {
  asked: '待主管答复',
  granted: '主管已同意',
  denied: '主管未同意',
  offered: '待客户答复',
  accepted: '客户已接受',
  refused: '客户未接受',
} as const satisfies Record<ConcessionState, string>;

/** One step of the bargaining over an order. */
export const Concession = z.object({
  id: ConcessionId,
  orderId: OrderId,
  offer: ConcessionOffer,
  state: ConcessionState,
  /** The agent who offered it, or asked the lead for it. */
  agentId: AgentId,
  atMs: z.int(),
  /** The price of the order at that time; the judge holds an import against it (X4). */
  payableBeforeFen: z.int().nullable(),
  /** `null`: the agent needed no lead. */
  request: z.object({ amountFen, reason: z.string(), dueAtMs: z.int() }).nullable(),
  /** The lead's answer, or the lead's own decision. */
  decision: z.object({ agentId: AgentId, atMs: z.int(), note: z.string().nullable() }).nullable(),
  updatedAtMs: z.int(),
});
export type Concession = z.infer<typeof Concession>;

/** The steps of bargaining that scripts are written for. */
export const BARGAIN_STEPS = [
  'hold-price',
  'concede-first',
  'concede-next',
  'concede-extra',
  'limit-reached',
  'ask-lead',
  'lead-agreed',
  'lead-declined',
  'offer-first',
  'tell-price',
] as const;
export type BargainStep = (typeof BARGAIN_STEPS)[number];

export const BARGAIN_STEP_LABELS = {
  'hold-price': '说明不议价',
  'concede-first': '第一步优惠',
  'concede-next': '下一步优惠',
  'concede-extra': '以小礼品等代替',
  'limit-reached': '已到权限',
  'ask-lead': '请示主管',
  'lead-agreed': '主管同意',
  'lead-declined': '主管未同意',
  'offer-first': '老客主动优惠',
  'tell-price': '改价完成告知',
} as const satisfies Record<BargainStep, string>;

/** As a script says it to the customer, the value of `{优惠}`. */
export function sayOffer(offer: ConcessionOffer): string {
  return offer.kind === 'extra' ? offer.text : `立减${sayYuan(offer.amountFen)}元`;
}

/** As the agent reads it. */
export function offerLabel(offer: ConcessionOffer): string {
  return offer.kind === 'extra' ? offer.text : `减 ¥${formatFen(offer.amountFen)}`;
}

/** `300` → `'3'`, `350` → `'3.5'`: agents do not write `3.00元` in a chat. */
function sayYuan(fen: number): string {
  return (fen / 100).toString();
}

function isRising(steps: readonly number[]): boolean {
  return steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0));
}

/** A small step for a coat is most of the price of a pair of socks. */
const DEFAULT_LIMIT_PERCENT = 15;

/** R10: how far an agent may go alone, and in which steps. */
export const ConcessionSettings = z
  .object({
    limitFen: z.int().min(0).max(10_000_000),
    /** Of what the order costs; the smaller of the two limits holds. */
    limitPercent: z.int().min(1).max(100).default(DEFAULT_LIMIT_PERCENT),
    /** Each step's whole amount off the order, not what it adds to the step before. */
    stepsFen: z.array(amountFen).max(8),
    /** Offered in place of money once the first step was refused. */
    extras: z.array(ExtraText).max(6),
    answerWithinMs: z.int().min(0).max(DAY),
  })
  .refine(({ stepsFen }) => isRising(stepsFen), { path: ['stepsFen'], error: '每一步须大于上一步' })
  .refine(({ stepsFen, limitFen }) => stepsFen.every((step) => step <= limitFen), {
    path: ['stepsFen'],
    error: '每一步不能超过客服权限',
  });
export type ConcessionSettings = z.infer<typeof ConcessionSettings>;

export const DEFAULT_CONCESSION_SETTINGS: ConcessionSettings = {
  limitFen: 2000,
  limitPercent: DEFAULT_LIMIT_PERCENT,
  stepsFen: [300, 500, 1000, 2000],
  extras: ['小礼品一份', '免运费'],
  answerWithinMs: 5 * MINUTE,
};

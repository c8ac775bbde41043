import { formatFen } from '../money.ts';
import type { Deadline } from '../shared-parts/deadline.ts';
import { asSubject } from '../subjects/subject.ts';
import { type Claim, openClaim } from '../tasks/claim.ts';
import type { Rule, Settlement } from '../tasks/rule.ts';
import type { WantedTask } from '../tasks/task.ts';
import type { ShopSettings } from '../team/shop.ts';
import type { Refund } from './refund.ts';
import { proofEndOf, type RefundClock, refundClockOf } from './refund-clock.ts';
import { isOver, refundStateOf } from './refund-words.ts';

/** Everything that the rules about a refund may look at. */
export type RefundSubject = {
  readonly refund: Refund;
  readonly clock: RefundClock;
  readonly proofEnd: RefundClock['end'];
  /** X4: agents' claims about it, the oldest first, without the withdrawn ones. */
  readonly claims: readonly Claim[];
  readonly settings: ShopSettings;
};

export type RefundRule = Rule<RefundSubject>;

type Known = Pick<RefundSubject, 'refund' | 'claims' | 'settings'> & {
  /** The ends that files and agents have named. */
  readonly deadlines: readonly Deadline[];
};

export function toRefundSubject({ deadlines, ...known }: Known): RefundSubject {
  const { refund, settings } = known;
  return {
    ...known,
    clock: refundClockOf(refund, settings.refund, deadlines),
    proofEnd: proofEndOf(refund, settings.refund, deadlines),
  };
}

/** The money that goes back. */
export const refundAtRiskFen = ({ refundFen }: Pick<Refund, 'refundFen'>): number => refundFen ?? 0;

/** A task about the refund, as a rule wants it. */
export const refundTask = (
  { id }: Pick<Refund, 'id'>,
  task: Omit<WantedTask, 'subject' | 'advice'>,
): WantedTask => ({ ...task, subject: asSubject('refund', id), advice: null });

export type RefundStep = Pick<WantedTask, 'step' | 'dueAtMs' | 'reason'> & { readonly occurrence?: string };

/** The steps in their order: each until the next is due, the last one until the refund's end. */
export const refundLadder = (
  { refund, clock }: RefundSubject,
  steps: readonly RefundStep[],
  task: Pick<WantedTask, 'kind' | 'amountAtRiskFen'>,
): WantedTask[] =>
  steps.map((step, index) =>
    refundTask(refund, {
      ...step,
      ...task,
      expiresAtMs: steps[index + 1]?.dueAtMs ?? clock.end?.atMs ?? null,
    }),
  );

/** Why nothing is to do about a refund any more, in the platform's word; `null`: it goes on. */
export const overSettlement = (refund: Refund): Settlement | null =>
  isOver(refundStateOf(refund)) ? { reason: `售后状态：${refund.platformStatus}`, isFinal: true } : null;

/** An agent has answered on the platform, and no import has shown yet whether it was so. */
export const isAnswerOpen = ({ claims }: Pick<RefundSubject, 'claims'>): boolean =>
  openClaim(claims, 'refund-answered') !== undefined;

/** `'¥20.00'`, or nothing where the amount is not known. */
export const refundMoney = ({ refundFen }: Pick<Refund, 'refundFen'>): string =>
  refundFen === null ? '' : ` ¥${formatFen(refundFen)}`;

import { formatFen } from '../money.ts';
import type { Deadline } from '../shared-parts/deadline.ts';
import { asSubject } from '../subjects/subject.ts';
import { type Claim, openClaim } from '../tasks/claim.ts';
import type { Rule } from '../tasks/rule.ts';
import type { WantedTask } from '../tasks/task.ts';
import type { ShopSettings } from '../team/shop.ts';
import type { Refund } from './refund.ts';
import { proofEndOf, type RefundClock, refundClockOf } from './refund-clock.ts';

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

/** An agent has answered on the platform, and no import has shown yet whether it was so. */
export const isAnswerOpen = ({ claims }: Pick<RefundSubject, 'claims'>): boolean =>
  openClaim(claims, 'refund-answered') !== undefined;

/** `'¥20.00'`, or nothing where the amount is not known. */
export const refundMoney = ({ refundFen }: Pick<Refund, 'refundFen'>): string =>
  refundFen === null ? '' : ` ¥${formatFen(refundFen)}`;

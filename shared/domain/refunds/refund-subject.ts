import { momentText } from '../../time/beijing.ts';
import { formatFen } from '../money.ts';
import { type Deadline, deadlineOccurrence } from '../shared-parts/deadline.ts';
import { asSubject } from '../subjects/subject.ts';
import { type Claim, openClaim } from '../tasks/claim.ts';
import type { Rule, Settlement } from '../tasks/rule.ts';
import type { WantedTask } from '../tasks/task.ts';
import type { ShopSettings } from '../team/shop.ts';
import { askedAtMs, type Refund } from './refund.ts';
import { type RefundEnds, refundEndsOf } from './refund-clock.ts';
import { isOver, refundStateOf } from './refund-words.ts';

/** Everything that the rules about a refund may look at. */
export type RefundSubject = RefundEnds & {
  readonly refund: Refund;
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
  return { ...known, ...refundEndsOf(refund, settings.refund, deadlines) };
}

/** The money that goes back. */
export const refundAtRiskFen = ({ refundFen }: Pick<Refund, 'refundFen'>): number => refundFen ?? 0;

/** A task about the refund, as a rule wants it. */
export const refundTask = (
  { id }: Pick<Refund, 'id'>,
  task: Omit<WantedTask, 'subject' | 'advice'>,
): WantedTask => ({ ...task, subject: asSubject('refund', id), advice: null });

export type RefundStep = Pick<WantedTask, 'step' | 'dueAtMs' | 'reason'> & {
  readonly occurrence?: string;
  /** Goes on behind the refund's end. */
  readonly isEndless?: true;
};

/**
 * 5.7: a refund that the file still shows as open behind its end is not hidden. The step is planned ahead, so that it is
 * asked about at the end itself, whether or not anything is written then; so its reason says the end, not how it stands.
 */
export function overdueSteps({ refund, clock: { end } }: RefundSubject): RefundStep[] {
  if (end === null) return [];
  const when = `${momentText(end.atMs, askedAtMs(refund))}${end.source === 'rule' ? '（按规则估算）' : ' '}`;
  return [
    {
      step: 'overdue',
      occurrence: deadlineOccurrence(end),
      dueAtMs: end.atMs,
      reason: `超过 ${when}仍未完结：平台可能已处理或暂停计时，到后台核实${refundMoney(refund)}`,
      isEndless: true,
    },
  ];
}

/** The steps in their order: each until the next is due, the last one until the refund's end. */
export const refundLadder = (
  { refund, clock }: RefundSubject,
  steps: readonly RefundStep[],
  task: Pick<WantedTask, 'kind' | 'amountAtRiskFen'>,
): WantedTask[] =>
  steps.map(({ isEndless, ...step }, index) =>
    refundTask(refund, {
      ...step,
      ...task,
      expiresAtMs: isEndless ? null : (steps[index + 1]?.dueAtMs ?? clock.end?.atMs ?? null),
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

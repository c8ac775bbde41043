import { askedAtMs } from '../../../shared/domain/refunds/refund.ts';
import {
  overSettlement,
  type RefundRule,
  type RefundStep,
  type RefundSubject,
  refundAtRiskFen,
  refundTask,
} from '../../../shared/domain/refunds/refund-subject.ts';
import { refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import { deadlineOccurrence, warningAtMs } from '../../../shared/domain/shared-parts/deadline.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';

type Step = RefundStep & Pick<WantedTask, 'expiresAtMs'>;

const DAYS_AFTER_REFUSAL = [1, 2, 3];

/** A4: a customer who was refused may call the platform, and the platform decides without what nobody has sent. */
export const answerPlatform: RefundRule = {
  kind: 'refund-platform',
  concerns: ({ refund }) => isConcerned(refund),
  find,
  settledBy,
};

function isConcerned(refund: RefundSubject['refund']): boolean {
  const state = refundStateOf(refund);
  return state === 'refused' || state === 'platform';
}

function find(subject: RefundSubject): WantedTask[] {
  const { refund, clock } = subject;
  const steps = clock.state === 'refused' ? afterRefusal(subject) : evidence(subject);
  return steps.map((step) =>
    refundTask(refund, { ...step, kind: 'refund-platform', amountAtRiskFen: refundAtRiskFen(refund) }),
  );
}

function afterRefusal({ refund, clock: { end } }: RefundSubject): Step[] {
  // A refusal that no agent has written down is known from the file that shows it.
  const refusedAtMs =
    refund.decision === 'refuse' && refund.decidedAtMs !== null ? refund.decidedAtMs : refund.firstSeenAtMs;
  const endMs = end?.atMs ?? null;
  const steps = DAYS_AFTER_REFUSAL.map((days) => ({
    step: 'after-refusal',
    occurrence: String(days),
    dueAtMs: refusedAtMs + days * DAY,
    expiresAtMs: days === DAYS_AFTER_REFUSAL.length ? endMs : refusedAtMs + (days + 1) * DAY,
    reason: '已拒绝，买家可能申请平台介入，先联系',
  }));
  return endMs === null ? steps : steps.filter(({ dueAtMs }) => dueAtMs < endMs);
}

function evidence({ refund, clock, proofEnd }: RefundSubject): Step[] {
  if (clock.state !== 'platform') return [];
  if (proofEnd === null) {
    const reason = '平台介入，举证截止时间未知，请到后台查看';
    return [{ step: 'evidence', dueAtMs: refund.firstSeenAtMs, expiresAtMs: null, reason }];
  }
  const reason = `平台介入，举证截止 ${momentText(proofEnd.atMs, askedAtMs(refund))}`;
  const occurrence = deadlineOccurrence(proofEnd);
  const lastAtMs = warningAtMs(proofEnd, HOUR);
  return [
    {
      step: 'evidence',
      occurrence,
      dueAtMs: warningAtMs(proofEnd, 12 * HOUR),
      expiresAtMs: lastAtMs,
      reason,
    },
    { step: 'evidence-1h', occurrence, dueAtMs: lastAtMs, expiresAtMs: proofEnd.atMs, reason },
  ];
}

function settledBy({ refund }: RefundSubject): Settlement | null {
  const over = overSettlement(refund);
  if (over) return over;
  return isConcerned(refund) ? null : { reason: '已不在拒绝或介入中', isFinal: false };
}

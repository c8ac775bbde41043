import { lateClaimFen, lateClaimText } from '../../../shared/domain/refunds/late-claim.ts';
import { askedAtMs } from '../../../shared/domain/refunds/refund.ts';
import { OTHERWISE_LABELS } from '../../../shared/domain/refunds/refund-clock.ts';
import {
  isAnswerOpen,
  overdueSteps,
  overSettlement,
  type RefundRule,
  type RefundStep,
  type RefundSubject,
  refundAtRiskFen,
  refundLadder,
  refundMoney,
} from '../../../shared/domain/refunds/refund-subject.ts';
import {
  isRecallable,
  REFUND_TYPE_LABELS,
  refundStateOf,
} from '../../../shared/domain/refunds/refund-words.ts';
import { deadlineOccurrence, moveText, warningAtMs } from '../../../shared/domain/shared-parts/deadline.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import { addBusinessTime } from '../../../shared/time/business-hours.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';

const WARNINGS = [
  { step: 'decide-24h', beforeMs: DAY },
  { step: 'decide-4h', beforeMs: 4 * HOUR },
] as const;

/** A2, A4: the shop answers a refund before the platform does it by itself. */
export const answerRefund: RefundRule = {
  kind: 'refund',
  concerns: ({ refund, clock }) => {
    const state = refundStateOf(refund);
    return state === 'wait-seller' || (state === 'unknown' && clock.end !== null);
  },
  find,
  settledBy,
};

function find(subject: RefundSubject): WantedTask[] {
  const { refund, clock } = subject;
  if (settledBy(subject) !== null) return [];
  const before = clock.state === 'unknown' ? unreadable(subject) : ladder(subject);
  const steps = [...before, ...overdueSteps(subject)];
  const amountAtRiskFen = refundAtRiskFen(refund) + (claimOf(subject) ?? 0);
  return refundLadder(subject, steps, { kind: 'refund', amountAtRiskFen });
}

/** O7: the shop may have to pay more than it gives back. */
const claimOf = ({ refund, settings }: RefundSubject): number | null =>
  lateClaimFen(refund, settings.refund.lateClaimPercent);

/** A first answer within working hours, and warnings before the end; of two at once the later one is enough. */
function ladder(subject: RefundSubject): RefundStep[] {
  const { refund, clock, settings } = subject;
  const firstAtMs = addBusinessTime(settings.businessHours, askedAtMs(refund), settings.refund.firstAnswerMs);
  const warnings = warningsOf(subject);
  const last = warnings.at(-1);
  if (refund.firstHandledAtMs !== null) return warnings;
  if (last !== undefined && last.dueAtMs <= firstAtMs) return [last];
  const type = clock.type === null ? '退款' : REFUND_TYPE_LABELS[clock.type];
  const why = refund.reason === null ? '' : `：${refund.reason}`;
  const way = isRecallable(refund) ? '，货在途，先申请追回' : '';
  const reason = `新的${type}${why}${refundMoney(refund)}${way}${lateClaimText(claimOf(subject))}`;
  const first = { step: 'first', dueAtMs: firstAtMs, reason };
  return [first, ...warnings.filter(({ dueAtMs }) => dueAtMs > firstAtMs)];
}

function warningsOf(subject: RefundSubject): RefundStep[] {
  const {
    refund,
    clock: { end, wait },
  } = subject;
  if (end === null || wait === null) return [];
  const when = moveText(end) ?? momentText(end.atMs, askedAtMs(refund));
  return WARNINGS.map(({ step, beforeMs }) => ({
    step,
    occurrence: deadlineOccurrence(end),
    dueAtMs: warningAtMs(end, beforeMs),
    reason: `${when}，超时${OTHERWISE_LABELS[wait.otherwise]}${refundMoney(refund)}${lateClaimText(claimOf(subject))}`,
  }));
}

/** Only a file or an agent can have named the end of a state that has no meaning here. */
function unreadable({ refund, clock: { end } }: RefundSubject): RefundStep[] {
  if (end === null) return [];
  return [
    {
      step: 'unknown-state',
      occurrence: deadlineOccurrence(end),
      dueAtMs: warningAtMs(end, DAY),
      reason: `状态无法识别：${refund.platformStatus ?? '空'}，请到后台查看`,
    },
  ];
}

function settledBy(subject: RefundSubject): Settlement | null {
  const over = overSettlement(subject.refund);
  if (over) return over;
  const { state, end } = subject.clock;
  const isToAnswer = state === 'wait-seller' || (state === 'unknown' && end !== null);
  if (!isToAnswer) return { reason: '已不待商家处理', isFinal: false };
  return isAnswerOpen(subject) ? { reason: '已登记处理，待导入核实', isFinal: false } : null;
}

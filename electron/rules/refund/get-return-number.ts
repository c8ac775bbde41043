import { askedAtMs } from '../../../shared/domain/refunds/refund.ts';
import {
  overSettlement,
  type RefundRule,
  type RefundStep,
  type RefundSubject,
  refundLadder,
} from '../../../shared/domain/refunds/refund-subject.ts';
import { isReturnHere, refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import { deadlineOccurrence, warningAtMs } from '../../../shared/domain/shared-parts/deadline.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';

/** A5: a return without a tracking number cannot be paid back, even where the goods are there, and closes by itself. */
export const getReturnNumber: RefundRule = {
  kind: 'refund-number',
  concerns: ({ refund }) => isNumberWanted(refund),
  find,
  settledBy,
};

const isNumberWanted = (refund: RefundSubject['refund']): boolean =>
  refundStateOf(refund) === 'wait-buyer-return' && refund.returnTrackingNo === null;

function find(subject: RefundSubject): WantedTask[] {
  const { refund } = subject;
  if (!isNumberWanted(refund)) return [];
  const steps = isReturnHere(refund) === true ? [arrived(refund)] : asked(subject);
  return refundLadder(subject, steps, { kind: 'refund-number', amountAtRiskFen: 0 });
}

const arrived = ({ arrivedAtMs, firstSeenAtMs }: RefundSubject['refund']): RefundStep => ({
  step: 'arrived-no-number',
  dueAtMs: (arrivedAtMs ?? firstSeenAtMs) + 2 * HOUR,
  reason: '货已到仓但没有退货单号，退不了款',
});

/** Two days after the shop agreed, three days before the end and on the last day; each while the next is not there. */
function asked({ refund, clock: { end } }: RefundSubject): RefundStep[] {
  const agreedAtMs = refund.agreedAtMs ?? refund.firstSeenAtMs;
  const first = { step: 'get-number', dueAtMs: agreedAtMs + 2 * DAY, reason: '买家未填退货单号' };
  if (end === null) return [first];
  const occurrence = deadlineOccurrence(end);
  const reason = `买家未填退货单号，${momentText(end.atMs, askedAtMs(refund))} 自动关闭`;
  const later = [
    { step: 'get-number-3d', occurrence, dueAtMs: warningAtMs(end, 3 * DAY), reason },
    { step: 'get-number-1d', occurrence, dueAtMs: warningAtMs(end, DAY), reason },
  ];
  return later.some(({ dueAtMs }) => dueAtMs <= first.dueAtMs)
    ? later.slice(-1)
    : [{ ...first, reason }, ...later];
}

function settledBy({ refund }: RefundSubject): Settlement | null {
  const over = overSettlement(refund);
  if (over) return over;
  return isNumberWanted(refund) ? null : { reason: '不再等退货单号', isFinal: false };
}

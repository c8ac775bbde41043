import { askedAtMs } from '../../../shared/domain/refunds/refund.ts';
import { refusalOf } from '../../../shared/domain/refunds/refund-refusal.ts';
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
import { isAwaitingGoods, isReturnHere, refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import {
  type DeadlineTime,
  deadlineOccurrence,
  moveText,
  warningAtMs,
} from '../../../shared/domain/shared-parts/deadline.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';

/** A4: the goods are said to be on their way back; if nobody looks, the money goes back without them. */
export const receiveReturn: RefundRule = {
  kind: 'refund-return',
  concerns: ({ refund }) => refundStateOf(refund) === 'wait-seller-receive' || isAwaitingGoods(refund),
  find,
  settledBy,
};

function find(subject: RefundSubject): WantedTask[] {
  const { refund } = subject;
  if (settledBy(subject) !== null) return [];
  return refundLadder(subject, stepsOf(subject), {
    kind: 'refund-return',
    amountAtRiskFen: refundAtRiskFen(refund),
  });
}

function stepsOf(subject: RefundSubject): RefundStep[] {
  if (isAwaitingGoods(subject.refund)) return [unreturnedStep(subject)];
  const before = isReturnHere(subject.refund) === true ? [arrivedStep(subject)] : missingSteps(subject);
  return [...before, ...overdueSteps(subject)];
}

/** The money is gone; the customer has the usual time for sending the goods. */
const unreturnedStep = ({ refund, settings }: RefundSubject): RefundStep => ({
  step: 'trace',
  dueAtMs: (refund.refundedAtMs ?? refund.endedAtMs ?? refund.firstSeenAtMs) + settings.refund.buyerReturnMs,
  reason: `极速退款已付${refundMoney(refund)}，货仍未到仓，查退货物流`,
  isEndless: true,
});

/** Before the end, because goods that are looked at behind it can no longer be refused. */
function arrivedStep({ refund, clock: { end } }: RefundSubject): RefundStep {
  // A file says that it was signed for, not when; until an agent says so it counts from when that was seen.
  const hereAtMs = refund.arrivedAtMs ?? refund.returnSentAtMs ?? refund.firstSeenAtMs;
  const lastMs = end === null ? Number.POSITIVE_INFINITY : warningAtMs(end, 4 * HOUR);
  const isBad = refund.arrival === 'checked-bad' || refund.arrival === 'missing-parts';
  return isBad
    ? {
        step: 'dispute-goods',
        dueAtMs: Math.min(hereAtMs + 12 * HOUR, lastMs),
        reason: `退货有问题${refund.arrival === 'missing-parts' ? '（缺件）' : ''}，拍照举证后拒绝或协商`,
      }
    : {
        step: 'pay-back',
        dueAtMs: Math.min(hereAtMs + DAY, lastMs),
        reason: `退货已签收，请验货并退款${refundMoney(refund)}`,
      };
}

/** No file shows scans of the courier, so whatever has not arrived counts as not moving. */
function missingSteps(subject: RefundSubject): RefundStep[] {
  const { refund, clock, settings } = subject;
  const { end } = clock;
  if (end === null) {
    const reason = '退货截止时间未知，请到后台查看物流';
    return [{ step: 'trace', dueAtMs: refund.firstSeenAtMs + DAY, reason }];
  }
  const occurrence = deadlineOccurrence(end);
  const canRefuse = refusalOf(refund).isAllowed !== false;
  const lastAtMs = warningAtMs(end, DAY);
  const last = {
    step: 'last-day',
    occurrence,
    dueAtMs: lastAtMs,
    reason: `${momentText(end.atMs, askedAtMs(refund))} 自动退款，货未到仓：${canRefuse ? '延长或拒绝' : '联系买家和快递，或申请平台介入'}`,
  };
  const leadAtMs = Math.max(warningAtMs(end, settings.refund.refuseLeadMs), sentAtMs(refund, end));
  if (leadAtMs >= lastAtMs) return [last];
  return [
    { step: canRefuse ? 'refuse' : 'trace', occurrence, dueAtMs: leadAtMs, reason: leadReason(subject, end) },
    last,
  ];
}

/** Nothing is missed before it was sent. */
const sentAtMs = ({ returnSentAtMs }: RefundSubject['refund'], end: DeadlineTime): number =>
  returnSentAtMs !== null && returnSentAtMs < end.atMs ? returnSentAtMs : Number.NEGATIVE_INFINITY;

function leadReason({ refund }: RefundSubject, end: DeadlineTime): string {
  const moved = moveText(end);
  const until = moved === null ? `${momentText(end.atMs, askedAtMs(refund))} 前` : `${moved}，`;
  const refusal = refusalOf(refund);
  const way = refusal.isAllowed === false ? `；${refusal.text}，先查物流` : '';
  return `${until}未收到退货将自动退款${refundMoney(refund)}${way}`;
}

function settledBy(subject: RefundSubject): Settlement | null {
  if (isAwaitingGoods(subject.refund)) return null;
  const over = overSettlement(subject.refund);
  if (over) return over;
  if (subject.clock.state !== 'wait-seller-receive') return { reason: '已不待商家收货', isFinal: false };
  return isAnswerOpen(subject) ? { reason: '已登记处理，待导入核实', isFinal: false } : null;
}

import { type Concession, offerLabel } from '../../../shared/domain/chasing/concession.ts';
import { concessionProof } from '../../../shared/domain/chasing/concession-ladder.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import {
  amountAtRiskFen,
  closingTimeOf,
  type OrderRule,
  type OrderSubject,
} from '../../../shared/domain/orders/order-subject.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { MINUTE } from '../../../shared/time/durations.ts';

type Wanted = Pick<WantedTask, 'step' | 'occurrence' | 'dueAtMs' | 'reason' | 'ownerId' | 'expiresAtMs'>;

/** R10: the lead has to answer, then the agent has to pass the answer on; a promise that was not kept is told. */
export const answerConcession: OrderRule = {
  kind: 'concession',
  concerns: ({ concessions }) => concessions.length > 0,
  find,
  settledBy,
};

/** The lead's answer, in the words of the reminder. */
function answerOf({ state, offer, request, decision }: Concession): string {
  const note = decision?.note ? `：${decision.note}` : '';
  const asked = request ? `¥${formatFen(request.amountFen)}` : '';
  if (state === 'denied') return `主管未同意优惠 ${asked}${note}`;
  const isLess = offer.kind === 'money' && offer.amountFen !== request?.amountFen;
  return `主管同意${offerLabel(offer)}${isLess ? `（申请 ${asked}）` : ''}${note}`;
}

/** The lead decides while the customer waits; the answer is the asking agent's at once. */
function requestTask(concession: Concession, closesAtMs: number | null): Wanted[] {
  const { id, state, agentId, request, decision } = concession;
  if (request === null) return [];
  if (state === 'asked') {
    const reason = `请答复优惠 ¥${formatFen(request.amountFen)}：${request.reason}`;
    return [{ step: 'decide', occurrence: id, dueAtMs: request.dueAtMs, expiresAtMs: closesAtMs, reason }];
  }
  if (decision === null || (state !== 'granted' && state !== 'denied')) return [];
  return [
    {
      step: 'answer',
      occurrence: id,
      dueAtMs: decision.atMs,
      expiresAtMs: closesAtMs,
      reason: answerOf(concession),
      ownerId: agentId,
    },
  ];
}

/** The lead time in which an agent changes the price on the platform. */
const TOLD_AFTER_MS = 3 * MINUTE;

/** R10: an import shows the price that was agreed, and the customer who waits for it hears so. */
function changedTask({ order, concessions, settings }: OrderSubject): Wanted[] {
  const accepted = concessions.findLast(({ state }) => state === 'accepted');
  if (!accepted || order.payableFen === null || concessionProof(concessions, order) !== 'kept') return [];
  return [
    {
      step: 'tell-price',
      occurrence: accepted.id,
      dueAtMs: accepted.updatedAtMs + TOLD_AFTER_MS,
      expiresAtMs: closingTimeOf(order, settings.chase),
      reason: `价格已改为 ¥${formatFen(order.payableFen)}，告诉客户付款`,
      ownerId: accepted.agentId,
    },
  ];
}

/** X4: the customer was promised money that the paid order does not show. */
function unkeptTask({ order, concessions }: OrderSubject): Wanted[] {
  const accepted = concessions.findLast(({ state }) => state === 'accepted');
  if (!accepted || concessionProof(concessions, order) !== 'unkept') return [];
  return [
    {
      step: 'unkept',
      occurrence: accepted.id,
      dueAtMs: order.paidAtMs ?? accepted.updatedAtMs,
      expiresAtMs: null,
      reason: `已答应${offerLabel(accepted.offer)}，导入显示付款未减，请退差价`,
      ownerId: accepted.agentId,
    },
  ];
}

function find(subject: OrderSubject): WantedTask[] {
  const { order, concessions, settings } = subject;
  const closesAtMs = closingTimeOf(order, settings.chase);
  const ofRequests =
    order.status === 'unpaid'
      ? [...concessions.flatMap((one) => requestTask(one, closesAtMs)), ...changedTask(subject)]
      : [];
  const common = {
    kind: 'concession',
    subject: { kind: 'order', id: order.id },
    amountAtRiskFen: amountAtRiskFen(order),
    advice: null,
  } as const;
  return [...ofRequests, ...unkeptTask(subject)].map((task) => Object.assign(task, common));
}

/** Once the order is paid or closed the bargaining is over; other tasks ask for what is still owed. */
function settledBy({ order }: OrderSubject): Settlement | null {
  if (order.status === 'unpaid' || order.status === 'unknown') return null;
  return { reason: order.status === 'closed' ? '订单已关闭' : '订单已付款', isFinal: false };
}

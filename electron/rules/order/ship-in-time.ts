import type { OrderRule, OrderSubject } from '../../../shared/domain/orders/order-subject.ts';
import { type DeadlineTime, moveText, warningAtMs } from '../../../shared/domain/shared-parts/deadline.ts';
import { isPresale } from '../../../shared/domain/shipping/presale.ts';
import type { ShipFacts } from '../../../shared/domain/shipping/ship-facts.ts';
import {
  ASKED_FOR_MS,
  isForgotten,
  type ShipStep,
  shipEndIn,
  shipSettlement,
  shipTasks,
} from '../../../shared/domain/shipping/ship-ladder.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { HOUR } from '../../../shared/time/durations.ts';

/** O4: a paid order is shipped in time; somebody is warned before its end, and late, its customer hears from the shop. */
export const shipInTime: OrderRule = {
  kind: 'ship',
  concerns: ({ order }) => order.status === 'paid',
  find,
  settledBy: shipSettlement,
};

const hoursIn = (ms: number): number => Math.round((ms / HOUR) * 10) / 10;

/** Each stands until the next is due. The customers of a pre-sale are called before instead. */
function warnings({ order, settings }: OrderSubject, end: DeadlineTime): ShipStep[] {
  if (isPresale(order)) return [];
  const { warnFirstMs, warnLastMs } = settings.shipping;
  const until = momentText(end.atMs, order.paidAtMs ?? end.atMs);
  const said = moveText(end);
  const warning = (step: string, beforeMs: number): ShipStep => ({
    step,
    dueAtMs: warningAtMs(end, beforeMs),
    expiresAtMs: end.atMs,
    reason: `还剩 ${hoursIn(beforeMs)} 小时未发货，承诺 ${until} 前发出${said === null ? '' : `；${said}`}`,
  });
  const last = warning('warn-last', warnLastMs);
  return warnFirstMs > warnLastMs
    ? [{ ...warning('warn-first', warnFirstMs), expiresAtMs: last.dueAtMs }, last]
    : [last];
}

/** When the customer was last reached about the delay itself; `null`: not since the end. */
const reachedLateAtMs = ({ reachedAtMs }: ShipFacts, end: DeadlineTime): EpochMs | null =>
  reachedAtMs === null || reachedAtMs < end.atMs ? null : reachedAtMs;

/** A reason stands as long as its task, so it says the end and not how long ago that was. */
function late({ order, shipping, settings }: OrderSubject, end: DeadlineTime): ShipStep {
  const { repeatMs } = settings.shipping;
  const reachedAtMs = reachedLateAtMs(shipping, end);
  const expiresAtMs = end.atMs + ASKED_FOR_MS;
  if (reachedAtMs === null) {
    const until = momentText(end.atMs, order.paidAtMs ?? end.atMs);
    const reason = `超过 ${until} 未发货：安抚、确认意向、催发`;
    return { step: 'late', dueAtMs: end.atMs, expiresAtMs, reason };
  }
  return {
    step: 'late-again',
    occurrence: String(reachedAtMs),
    dueAtMs: reachedAtMs + repeatMs,
    expiresAtMs,
    reason: `超时未发货，${hoursIn(repeatMs)} 小时没有联系客户`,
  };
}

/** X4: an agent has marked it as shipped, and an import shows that it is not. */
function unproven({ claims }: OrderSubject): ShipStep[] {
  const claim = claims.findLast(({ kind }) => kind === 'shipped');
  if (claim?.state !== 'refuted') return [];
  const dueAtMs = claim.judgedAtMs ?? claim.claimedAtMs;
  return [
    {
      step: 'unproven',
      occurrence: claim.id,
      dueAtMs,
      expiresAtMs: dueAtMs + ASKED_FOR_MS,
      reason: '登记了已发货，导入显示仍未发货',
    },
  ];
}

function find(subject: OrderSubject, nowMs: EpochMs): WantedTask[] {
  if (shipSettlement(subject) !== null) return [];
  const end = shipEndIn(subject);
  const steps = end === null || isForgotten(end, nowMs) ? [] : followed(subject, end);
  return shipTasks(subject, { kind: 'ship', end }, [...unproven(subject), ...steps]);
}

/** Once the customer was spoken to about the delay, nobody is told any more of the warnings that came before it. */
function followed(subject: OrderSubject, end: DeadlineTime): ShipStep[] {
  const isSpoken = reachedLateAtMs(subject.shipping, end) !== null;
  return [...(isSpoken ? [] : warnings(subject, end)), late(subject, end)];
}

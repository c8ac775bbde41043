import { activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { ChaseSettings } from '../../shared/domain/chase-settings.ts';
import type { ImportRunId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { SentMessage } from '../store/sent-chases.ts';
import { type ChasingPorts, ofOrder } from './ports.ts';

/** An order of the file, as it was stored before and as it is stored now; they are alike where nothing changed. */
type Change = {
  readonly before: Order;
  readonly after: Order;
  readonly importRunId: ImportRunId;
  readonly atMs: EpochMs;
  /** When the platform wrote the file, where that is known: an older file refutes no newer claim. */
  readonly writtenAtMs?: EpochMs;
};

type Dependencies = Pick<ChasingPorts, 'orders' | 'activities'> & {
  readonly chaseSettingsOf: (shopId: ShopId) => ChaseSettings;
};

/**
 * X4: holds what was done and claimed against what the import shows. Call it once per order of the file, changed or
 * not, after the order was written and before the tasks are refreshed, in the same transaction.
 */
export type ProveByImport = (change: Change) => void;

export function createProveByImport({ orders, activities, chaseSettingsOf }: Dependencies): ProveByImport {
  function messagesBefore(order: Order, atMs: EpochMs): SentMessage[] {
    const messages = activities.chasesOf([order.id]).get(order.id) ?? [];
    return messages.filter((message) => message.atMs <= atMs);
  }

  /** The last chase before the payment gets the credit, unless it came before the customer had time to pay unasked. */
  function creditedChase(order: Order, paidAtMs: EpochMs): SentMessage | undefined {
    const { silentCreditMs } = chaseSettingsOf(order.shopId);
    const creditFromMs = silentCreditMs === 0 ? 0 : (order.placedAtMs ?? 0) + silentCreditMs;
    return messagesBefore(order, paidAtMs).findLast((message) => message.atMs >= creditFromMs);
  }

  function notedReason(order: Order): string | undefined {
    const ofSubject = activities.listOf(ofOrder(order.id));
    const undone = new Set(ofSubject.map((activity) => activity.data.undoes));
    return ofSubject.find(({ id, data }) => data.reason !== undefined && !undone.has(id))?.data.reason;
  }

  function provePaid({ after, importRunId, atMs }: Change): void {
    const paidAtMs = after.paidAtMs ?? atMs;
    const chase = creditedChase(after, paidAtMs);
    if (!chase) return;
    activities.append({
      ...activityBy({ agentId: chase.agentId, nowMs: atMs }, ofOrder(after.id)),
      kind: 'recovered',
      taskId: chase.taskId,
      importRunId,
      data: {
        step: chase.step,
        amountFen: after.paidFen ?? after.payableFen ?? 0,
        minutesSinceChase: Math.round((paidAtMs - chase.atMs) / MINUTE),
        ...given({ scriptCode: chase.scriptCode, reason: chase.reason ?? notedReason(after) }),
      },
    });
  }

  function proveClosed({ after, importRunId, atMs }: Change): void {
    if (messagesBefore(after, atMs).length === 0) return;
    activities.append({
      ...activityBy({ agentId: null, nowMs: atMs }, ofOrder(after.id)),
      kind: 'closed-unpaid',
      importRunId,
      data: { ...given({ reason: notedReason(after), text: after.closeReason }) },
    });
  }

  function refuteClaim({ after, importRunId, atMs }: Change): void {
    const unclaimed: Order = { ...after, claimedPaidAtMs: null, updatedAtMs: atMs };
    orders.update(unclaimed, ['claimedPaidAtMs', 'updatedAtMs']);
    activities.append({
      ...activityBy({ agentId: null, nowMs: atMs }, ofOrder(after.id)),
      kind: 'paid-claim-refuted',
      importRunId,
      data: { changes: changesOf(['order', after.id], { ...after, updatedAtMs: atMs }, unclaimed) },
    });
  }

  return (change) => {
    const { before, after, atMs, writtenAtMs = atMs } = change;
    if (before.status === 'unpaid' && isPaid(after)) provePaid(change);
    else if (before.status === 'unpaid' && after.status === 'closed' && after.paidAtMs === null)
      proveClosed(change);
    else if (isClaimRefuted(after, writtenAtMs)) refuteClaim(change);
  };
}

/** Paid and not given back: an order that was closed after a full refund recovered nothing. */
function isPaid({ status, paidAtMs, paidFen, refundFen }: Order): boolean {
  if (status === 'closed') return paidAtMs !== null && (paidFen ?? 0) > (refundFen ?? 0);
  return status !== 'unpaid';
}

function isClaimRefuted({ status, claimedPaidAtMs }: Order, writtenAtMs: EpochMs): boolean {
  return status === 'unpaid' && claimedPaidAtMs !== null && claimedPaidAtMs < writtenAtMs;
}

import { activityBy, given } from '../../shared/domain/activities/acting.ts';
import type { Activity, NewActivity } from '../../shared/domain/activities/activity.ts';
import type { ChaseSettings } from '../../shared/domain/chasing/chase-settings.ts';
import type { ImportRunId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { OrderProof } from '../../shared/domain/scripts/script-use.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { SentMessage } from '../store/chasing/sent-chases.ts';
import { creditedChase, isPaid } from './credited-chase.ts';

/** An order of the file, as it was stored before and as it is stored now; they are alike where nothing changed. */
type Change = {
  readonly before: Order;
  readonly after: Order;
  readonly importRunId: ImportRunId;
  readonly atMs: EpochMs;
};

type Dependencies = {
  readonly activities: {
    append(activity: NewActivity): Activity;
    /** Newest first. */
    listOf(subject: SubjectRef): Activity[];
    chasesOf(orderIds: readonly OrderId[]): Map<OrderId, readonly SentMessage[]>;
  };
  readonly chaseSettingsOf: (shopId: ShopId) => ChaseSettings;
  /** X5: tells the scripts that were used whether they led to the payment. */
  readonly settleUses: (proof: OrderProof & ProvedOrder) => void;
};

export type ProvedOrder = {
  readonly orderId: OrderId;
  readonly importRunId: ImportRunId;
  readonly provedAtMs: EpochMs;
};

/**
 * P10: credits what was done with what the import shows. Call it once per order of the file, changed or
 * not, after the order was written and before the tasks are refreshed, in the same transaction.
 */
export type ProveByImport = (change: Change) => void;

export function createProveByImport({
  activities,
  chaseSettingsOf,
  settleUses,
}: Dependencies): ProveByImport {
  const messagesOf = (order: Order): readonly SentMessage[] =>
    activities.chasesOf([order.id]).get(order.id) ?? [];

  function notedReason(order: Order): string | undefined {
    const ofSubject = activities.listOf(asSubject('order', order.id));
    const undone = new Set(ofSubject.map((activity) => activity.data.undoes));
    return ofSubject.find(({ id, data }) => data.reason !== undefined && !undone.has(id))?.data.reason;
  }

  function provePaid({ after, importRunId, atMs }: Change): void {
    const paidAtMs = after.paidAtMs ?? atMs;
    const messages = messagesOf(after);
    const { placedAtMs } = after;
    const chase = creditedChase({ placedAtMs, paidAtMs }, messages, chaseSettingsOf(after.shopId));
    const reason = messages.length === 0 ? undefined : notedReason(after);
    settleUses({
      ...provedOrder(after, { importRunId, atMs }),
      result: 'paid',
      atMs: paidAtMs,
      messages,
      credited: chase,
      notedReason: reason ?? null,
    });
    if (!chase) return;
    activities.append({
      ...activityBy({ agentId: chase.agentId, nowMs: atMs }, asSubject('order', after.id)),
      kind: 'recovered',
      taskId: chase.taskId,
      importRunId,
      data: {
        taskKind: 'chase',
        step: chase.step,
        amountFen: after.paidFen ?? after.payableFen ?? 0,
        minutesSinceChase: Math.round((paidAtMs - chase.atMs) / MINUTE),
        ...given({ scriptCode: chase.scriptCode, reason: chase.reason ?? reason }),
      },
    });
  }

  function proveClosed({ after, importRunId, atMs }: Change): void {
    const messages = messagesOf(after).filter((message) => message.atMs <= atMs);
    settleUses({
      ...provedOrder(after, { importRunId, atMs }),
      result: after.paidAtMs === null ? 'closed' : 'neither',
      atMs,
      messages,
      credited: undefined,
      notedReason: null,
    });
    if (messages.length === 0 || after.paidAtMs !== null) return;
    activities.append({
      ...activityBy({ agentId: null, nowMs: atMs }, asSubject('order', after.id)),
      kind: 'closed-unpaid',
      importRunId,
      data: { ...given({ reason: notedReason(after), text: after.closeReason }) },
    });
  }

  return (change) => {
    const { before, after } = change;
    if (before.status === 'unpaid' && isPaid(after)) provePaid(change);
    else if (before.status === 'unpaid' && after.status === 'closed') proveClosed(change);
  };
}

const provedOrder = (
  { id }: Order,
  { importRunId, atMs }: Pick<Change, 'importRunId' | 'atMs'>,
): ProvedOrder => ({
  orderId: id,
  importRunId,
  provedAtMs: atMs,
});

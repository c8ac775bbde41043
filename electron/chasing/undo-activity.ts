import { z } from 'zod';
import { type Actor, activityBy } from '../../shared/domain/acting.ts';
import { ACTIVITY_LABELS, type Activity, type ActivityKind } from '../../shared/domain/activity.ts';
import { type ChangedThing, readChanges } from '../../shared/domain/activity-changes.ts';
import { Concession } from '../../shared/domain/concession.ts';
import { type ActivityId, ConcessionId, OrderId, TaskId } from '../../shared/domain/ids.ts';
import { Order } from '../../shared/domain/order.ts';
import { Task } from '../../shared/domain/task.ts';
import { AppError } from '../../shared/errors.ts';
import { DISPUTE_OUTCOMES, type Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { ChasingPorts } from './ports.ts';

/** What an agent decided; the next decision builds on it. */
const DECISIONS: ReadonlySet<ActivityKind> = new Set([
  'chased',
  'task-done',
  'snoozed',
  'chase-lost',
  'paid-claimed',
  'handed-over',
  'close-time-set',
  'duplicate-settled',
  'dispute-closed',
  'concession-asked',
  'concession-granted',
  'concession-denied',
  'concession-offered',
  'concession-accepted',
  'concession-refused',
]);
/** Remarks that nothing builds on. */
const REMARKS: ReadonlySet<ActivityKind> = new Set(['noted', 'reason-noted']);
/** What an import concluded from the decisions before it. */
const CONCLUSIONS: ReadonlySet<ActivityKind> = new Set(['paid-claim-refuted', 'recovered', 'closed-unpaid']);

/** What must be as the activity left it; the rest may have moved on by itself, as a shown reminder has. */
const GUARDED: Record<ChangedThing, readonly string[]> = {
  order: ['agreedPayAtMs', 'chaseStoppedAtMs', 'claimedPaidAtMs', 'closesAtMs'],
  task: ['doneAtMs', 'snoozedUntilMs', 'ownerId'],
  dispute: ['followUpAtMs', 'closedAtMs'],
  concession: ['state'],
};

const DisputeFields = z.object({
  orderId: OrderId.nullable(),
  openedAtMs: z.int().nullable(),
  followUpAtMs: z.int(),
  closedAtMs: z.int().nullable(),
  outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
  note: z.string().nullable(),
});

type Fields = Readonly<Record<string, unknown>>;
type Dependencies = Pick<
  ChasingPorts,
  'inTransaction' | 'orders' | 'tasks' | 'disputes' | 'concessions' | 'activities' | 'refreshTasks'
>;

/** Takes back what an agent decided last about a subject, exactly, as an activity of its own. */
export function createUndoActivity(ports: Dependencies) {
  const { inTransaction, orders, tasks, disputes, concessions, activities, refreshTasks } = ports;

  function refuseIfBuiltOn(activity: Activity): void {
    const ofSubject = activities.listOf(activity.subject);
    const undone = new Set(ofSubject.map((other) => other.data.undoes));
    if (undone.has(activity.id)) throw new AppError('conflict', '该操作已撤销');
    if (REMARKS.has(activity.kind)) return;
    const later = ofSubject
      .slice(
        0,
        ofSubject.findIndex((other) => other.id === activity.id),
      )
      .find(({ id, kind }) => !undone.has(id) && (DECISIONS.has(kind) || CONCLUSIONS.has(kind)));
    if (later) throw new AppError('conflict', `之后已有「${ACTIVITY_LABELS[later.kind]}」，不能撤销`);
  }

  const restore = {
    order(id: string, fields: Fields): void {
      const order = orders.get(OrderId.parse(id));
      const before = Order.partial().parse(fields);
      // The keys are those that parsed.
      if (order)
        orders.update({ ...order, ...withoutUndefined(before) }, Object.keys(before) as (keyof Order)[]);
    },
    task(id: string, fields: Fields): void {
      const task = tasks.get(TaskId.parse(id));
      if (task) tasks.save({ ...task, ...withoutUndefined(Task.partial().parse(fields)) });
    },
    dispute(id: string, fields: Fields): void {
      const orderId = OrderId.parse(id);
      const dispute = disputes.get(orderId);
      // A dispute that had no order before had not been opened.
      if (fields['orderId'] === null) disputes.remove(orderId);
      else if (dispute) {
        const {
          orderId: _same,
          openedAtMs,
          ...before
        } = withoutUndefined(DisputeFields.partial().parse(fields));
        disputes.save({ ...dispute, ...before, openedAtMs: openedAtMs ?? dispute.openedAtMs });
      }
    },
    concession(id: string, fields: Fields): void {
      const concession = concessions.get(ConcessionId.parse(id));
      if (!concession) return;
      if (fields['orderId'] === null) concessions.remove(concession.id);
      else concessions.save({ ...concession, ...withoutUndefined(Concession.partial().parse(fields)) });
    },
  };

  const current = {
    order: (id: string): Fields | undefined => orders.get(OrderId.parse(id)),
    task: (id: string): Fields | undefined => tasks.get(TaskId.parse(id)),
    dispute: (id: string): Fields | undefined => disputes.get(OrderId.parse(id)),
    concession: (id: string): Fields | undefined => concessions.get(ConcessionId.parse(id)),
  };

  function takeBack(activity: Activity): void {
    const changed = readChanges(activity.data.changes ?? {});
    for (const { thing, id, after } of changed) {
      const now = current[thing](id);
      const isAsLeft = GUARDED[thing].every((field) => !(field in after) || now?.[field] === after[field]);
      if (!now || !isAsLeft) throw new AppError('conflict', '之后已有变化，不能撤销');
    }
    for (const { thing, id, before } of changed) restore[thing](id, before);
  }

  return (activityId: ActivityId, actor: Actor): Recorded =>
    inTransaction(() => {
      const activity = activities.get(activityId);
      if (!activity) throw new AppError('not-found', '该记录已不存在');
      const { kind, subject, data } = activity;
      if (!DECISIONS.has(kind) && !REMARKS.has(kind)) throw new AppError('invalid-input', '该记录不能撤销');
      if (activity.agentId !== null && kind === 'handed-over' && data.changes === undefined) {
        throw new AppError('conflict', '该待办是一起转交的，请撤销整次转交');
      }
      refuseIfBuiltOn(activity);
      takeBack(activity);
      const together = (data.batch ?? []).flatMap((id) => activities.get(id) ?? []);
      for (const other of together) {
        activities.append({
          ...activityBy(actor, other.subject),
          kind: 'undone',
          data: { undoes: other.id },
        });
      }
      const undone = activities.append({
        ...activityBy(actor, subject),
        kind: 'undone',
        taskId: activity.taskId,
        data: { undoes: activityId, outcome: kind },
      });
      refreshTasks(
        [activity, ...together].map((one) => one.subject),
        actor.nowMs,
      );
      return { activityId: undone.id, message: `已撤销：${ACTIVITY_LABELS[kind]}` };
    });
}

/** A parsed partial has its absent fields as `undefined`; spread over the whole, they would erase it. */
function withoutUndefined<T extends object>(fields: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]-?: Exclude<T[K], undefined> };
}

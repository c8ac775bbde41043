import type { AgentId, OrderId, ShopId, TaskId } from '../../../shared/domain/ids.ts';
import {
  attentionAtMs,
  type Task,
  type TaskKind,
  type TaskState,
  type TaskSubject,
  type WantedTask,
} from '../../../shared/domain/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { taskIdOf } from '../identity.ts';
import { createTaskQueue } from './task-queue.ts';
import { TASK_COLUMNS, type TaskRow, toTask, toTaskRow } from './task-row.ts';

export type TaskFilter = {
  readonly kind: TaskKind | null;
  readonly state: TaskState | null;
  readonly dueBeforeMs: EpochMs | null;
  readonly limit: number;
};

type Snooze = {
  readonly untilMs: EpochMs;
  readonly note: string | null;
  /** A snoozed task must still be of use when it comes back. */
  readonly expiresAtMs: EpochMs | null;
};

export type TaskStore = ReturnType<typeof createTaskStore>;

export function createTaskStore(db: WritableDb) {
  const columns = TASK_COLUMNS.join(', ');
  const values = TASK_COLUMNS.map((column) => `@${column}`).join(', ');
  const updates = TASK_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ');
  const upsert = db.prepare<TaskRow>(/* sql */ `
    INSERT INTO tasks (${columns}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${updates}`);
  const select = db.prepare<[string], TaskRow>('SELECT * FROM tasks WHERE id = ?');
  const selectForSubject = db.prepare<[string, string], TaskRow>(/* sql */ `
    SELECT * FROM tasks WHERE subject_kind = ? AND subject_id = ? ORDER BY due_at_ms, step`);
  const selectForOrders = db.prepare<[string], TaskRow>(/* sql */ `
    SELECT t.* FROM json_each(?) AS wanted
    CROSS JOIN tasks t ON t.subject_kind = 'order' AND t.subject_id = wanted.value`);
  const selectFiltered = db.prepare<[TaskFilter], TaskRow>(/* sql */ `
    SELECT * FROM tasks
    WHERE (@kind IS NULL OR kind = @kind) AND (@state IS NULL OR state = @state)
      AND (@dueBeforeMs IS NULL OR due_at_ms < @dueBeforeMs)
    ORDER BY due_at_ms, id LIMIT @limit`);
  const selectToRemind = db.prepare<[EpochMs], TaskRow>(/* sql */ `
    SELECT * FROM tasks WHERE reminder_at_ms <= ? AND state IN ('open', 'snoozed') ORDER BY reminder_at_ms`);
  const selectNextReminder = db.prepare<[], { reminder_at_ms: EpochMs }>(/* sql */ `
    SELECT reminder_at_ms FROM tasks WHERE reminder_at_ms IS NOT NULL AND state IN ('open', 'snoozed')
    ORDER BY reminder_at_ms LIMIT 1`);
  const clearReminders = db.prepare<[string, EpochMs]>(/* sql */ `
    UPDATE tasks SET reminder_at_ms = NULL
    WHERE id IN (SELECT value FROM json_each(?)) AND reminder_at_ms <= ?`);

  const removeOfOrder = db.prepare<[string]>(
    `DELETE FROM tasks WHERE subject_kind = 'order' AND subject_id = ?`,
  );

  function get(id: TaskId): Task | undefined {
    const row = select.get(id);
    return row && toTask(row);
  }

  function listForSubject(subject: TaskSubject): Task[] {
    return selectForSubject.all(subject.kind, subject.id).map(toTask);
  }

  function save(task: Task): void {
    upsert.run(toTaskRow(task));
  }

  /** `undefined`: there is no such task that is still to do. */
  function change(id: TaskId, changed: (task: Task) => Task): Task | undefined {
    const task = get(id);
    if (!task || !isToDo(task)) return undefined;
    const after = changed(task);
    save(after);
    return after;
  }

  return {
    ...createTaskQueue(db),
    get,
    listForSubject,
    save,
    listForOrders(orderIds: readonly OrderId[]): Map<OrderId, Task[]> {
      const tasks = selectForOrders.all(JSON.stringify(orderIds)).map(toTask);
      // The statement asks for tasks of orders only.
      return Map.groupBy(tasks, (task) => task.subject.id as OrderId);
    },
    /** What is still to do for the order, the most urgent first. */
    listForOrder: (id: OrderId): Task[] =>
      listForSubject({ kind: 'order', id })
        .filter(isToDo)
        .toSorted((a, b) => attentionAtMs(a) - attentionAtMs(b)),
    /** An order that never was has no tasks: only the undo of an import asks for this. */
    removeOf: (orderId: OrderId): void => void removeOfOrder.run(orderId),
    listTasks: (filter: TaskFilter): Task[] => selectFiltered.all(filter).map(toTask),

    /** A new task owes a reminder at its due time. */
    insert(wanted: WantedTask, shopId: ShopId, nowMs: EpochMs): Task {
      const task: Task = {
        ...wanted,
        id: taskIdOf(wanted.kind, wanted.subject, wanted.step),
        shopId,
        state: 'open',
        snoozedUntilMs: null,
        snoozeNote: null,
        ownerId: wanted.ownerId ?? null,
        reminderAtMs: wanted.dueAtMs,
        cancelReason: null,
        updatedAtMs: nowMs,
      };
      save(task);
      return task;
    },
    complete: (id: TaskId, nowMs: EpochMs): Task | undefined =>
      change(id, (task) => ({
        ...task,
        state: 'done',
        snoozedUntilMs: null,
        reminderAtMs: null,
        updatedAtMs: nowMs,
      })),
    snooze: (id: TaskId, { untilMs, note, expiresAtMs }: Snooze, nowMs: EpochMs): Task | undefined =>
      change(id, (task) => ({
        ...task,
        state: 'snoozed',
        snoozedUntilMs: untilMs,
        snoozeNote: note,
        expiresAtMs,
        reminderAtMs: untilMs,
        updatedAtMs: nowMs,
      })),
    setOwner: (id: TaskId, ownerId: AgentId | null, nowMs: EpochMs): Task | undefined =>
      change(id, (task) => ({ ...task, ownerId, updatedAtMs: nowMs })),
    /** Ends every task of the kind that is still to do, and returns them as they were before. */
    cancelOpenForSubject(
      subject: TaskSubject,
      { kind, reason }: { readonly kind: TaskKind; readonly reason: string },
      nowMs: EpochMs,
    ): Task[] {
      const ended = listForSubject(subject).filter((task) => task.kind === kind && isToDo(task));
      for (const task of ended) {
        save({ ...task, state: 'cancelled', snoozedUntilMs: null, cancelReason: reason, updatedAtMs: nowMs });
      }
      return ended;
    },

    listToRemind: (nowMs: EpochMs): Task[] => selectToRemind.all(nowMs).map(toTask),
    nextReminderAtMs: (): EpochMs | undefined => selectNextReminder.get()?.reminder_at_ms,
    /** A reminder that was moved to later while it was on screen is still owed. */
    markReminded: (ids: readonly TaskId[], nowMs: EpochMs): void =>
      void clearReminders.run(JSON.stringify(ids), nowMs),
  };
}

function isToDo({ state }: Task): boolean {
  return state === 'open' || state === 'snoozed';
}

import type { TaskId } from '../../../shared/domain/ids.ts';
import type { SubjectKind, SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import {
  attentionAtMs,
  isToDo,
  MISSED_CLEARED,
  Task,
  type TaskFacts,
  type TaskKind,
  type TaskPlace,
  type TaskState,
  type WantedTask,
  toTask as withState,
} from '../../../shared/domain/tasks/task.ts';
import { BY_HAND } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { DAY } from '../../../shared/time/durations.ts';
import type { WritableDb } from '../connection.ts';
import { taskIdOf } from '../identity.ts';
import { undoableTable } from '../undoable-table.ts';
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
  /** The end from now on, where the kind lets a snooze put it off. */
  readonly expiresAtMs: EpochMs | null;
};

/** The rules know where the subject ends; who makes a task by hand need not. */
type NewPlace = TaskPlace & { readonly endsAtMs?: EpochMs | null };

/**
 * The fields of a task that the change log keeps: state and end follow from the rest, and `updatedAtMs` says when it
 * changed.
 */
const RecordedTask = Task.omit({ state: true, expiresAtMs: true, updatedAtMs: true });

/** A task whose moment is still to come owes its reminder. */
function owing(task: Task, nowMs: EpochMs): Task {
  const atMs = attentionAtMs(task);
  return isToDo(task) && atMs > nowMs ? { ...task, reminderAtMs: atMs } : task;
}

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
  const selectForSubjects = db.prepare<[string, string], TaskRow>(/* sql */ `
    SELECT t.* FROM json_each(?) AS wanted
    CROSS JOIN tasks t ON t.subject_kind = ? AND t.subject_id = wanted.value`);
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
  const clearReminders = db.prepare<{ ids: string; nowMs: EpochMs }>(/* sql */ `
    UPDATE tasks SET reminder_at_ms = CASE WHEN attention_at_ms > @nowMs THEN attention_at_ms END
    WHERE id IN (SELECT value FROM json_each(@ids)) AND reminder_at_ms <= @nowMs`);

  // A moment that an agent chose on the word of a later time may be far off by now, and so may one that a rule has counted
  // from it: such a task is shown at once.
  const oweAgain = db.prepare<{ nowMs: EpochMs; byHand: string; farMs: EpochMs }>(/* sql */ `
    UPDATE tasks SET
      reminder_at_ms = CASE
        WHEN updated_at_ms > @nowMs AND attention_at_ms >= updated_at_ms
          AND (state = 'snoozed' OR step = @byHand OR updated_at_ms > @farMs)
        THEN @nowMs ELSE attention_at_ms END,
      updated_at_ms = min(updated_at_ms, @nowMs)
    WHERE state IN ('open', 'snoozed') AND attention_at_ms > @nowMs
      AND (reminder_at_ms IS NULL OR updated_at_ms > @nowMs)`);
  const remove = db.prepare<[string]>('DELETE FROM tasks WHERE id = ?');
  const removeOf = db.prepare<[string, string]>(
    'DELETE FROM tasks WHERE subject_kind = ? AND subject_id = ?',
  );

  function get(id: TaskId): Task | undefined {
    const row = select.get(id);
    return row && toTask(row);
  }

  function listForSubject(subject: SubjectRef): Task[] {
    return selectForSubject.all(subject.kind, subject.id).map(toTask);
  }

  function save(task: Task): void {
    upsert.run(toTaskRow(task));
  }

  /** `undefined`: there is no such task that is still to do. */
  function change(id: TaskId, changed: (task: Task) => TaskFacts): Task | undefined {
    const task = get(id);
    if (!task || !isToDo(task)) return undefined;
    const after = withState(changed(task));
    save(after);
    return after;
  }

  // An id without its brand comes from an activity, which has it from here.
  const byId = (id: string) => get(id as TaskId);

  return {
    undoable: undoableTable({
      table: 'tasks',
      recorded: RecordedTask,
      guarded: ['doneAtMs', 'snoozedUntilMs', 'ownerId'],
      get: byId,
      // The clock may have been set back since its reminder was shown.
      save: (task, { nowMs }) => save(owing(withState({ ...task, updatedAtMs: nowMs }), nowMs)),
      remove: (id) => void remove.run(id),
    }),
    idOf: taskIdOf,
    get,
    listForSubject,
    save,
    listForSubjects(kind: SubjectKind, ids: readonly string[]): Map<string, Task[]> {
      const tasks = selectForSubjects.all(JSON.stringify(ids), kind).map(toTask);
      return Map.groupBy(tasks, (task): string => task.subject.id);
    },
    /** The tasks that are still to do for the subject, the most urgent first. */
    listToDo: (subject: SubjectRef): Task[] =>
      listForSubject(subject)
        .filter(isToDo)
        .toSorted((a, b) => attentionAtMs(a) - attentionAtMs(b)),
    /** A subject that never was has no tasks: only the undo of an import asks for this. */
    removeOf: ({ kind, id }: SubjectRef): void => void removeOf.run(kind, id),
    listTasks: (filter: TaskFilter): Task[] => selectFiltered.all(filter).map(toTask),

    /** A new task owes a reminder at its due time. */
    insert(wanted: WantedTask, { shopId, matter, endsAtMs = null }: NewPlace, nowMs: EpochMs): Task {
      const { kind, subject, step, occurrence = '', dueAtMs, amountAtRiskFen, reason, advice } = wanted;
      const task = withState({
        id: taskIdOf({ kind, subject, step, occurrence }),
        shopId,
        kind,
        subject,
        matter,
        step,
        occurrence,
        doneAtMs: null,
        snoozedUntilMs: null,
        snoozeNote: null,
        snoozeExpiresAtMs: null,
        ownerId: wanted.ownerId ?? null,
        givenById: null,
        dueAtMs,
        plannedExpiryAtMs: wanted.expiresAtMs,
        endsAtMs,
        isPromise: wanted.isPromise ?? false,
        amountAtRiskFen,
        reason,
        advice,
        cancelReason: null,
        reminderAtMs: dueAtMs,
        updatedAtMs: nowMs,
      });
      save(task);
      return task;
    },
    complete: (id: TaskId, nowMs: EpochMs): Task | undefined =>
      change(id, (task) => ({
        ...task,
        doneAtMs: nowMs,
        snoozedUntilMs: null,
        reminderAtMs: null,
        updatedAtMs: nowMs,
      })),
    snooze: (id: TaskId, { untilMs, note, expiresAtMs }: Snooze, nowMs: EpochMs): Task | undefined =>
      change(id, (task) => ({
        ...task,
        snoozedUntilMs: untilMs,
        snoozeNote: note,
        snoozeExpiresAtMs: expiresAtMs,
        reminderAtMs: untilMs,
        updatedAtMs: nowMs,
      })),
    /** Handed over by another agent, or by nobody: somebody took it, or gave it back to all. */
    setOwner: (
      id: TaskId,
      { ownerId, givenById }: Pick<Task, 'ownerId' | 'givenById'>,
      nowMs: EpochMs,
    ): Task | undefined => change(id, (task) => ({ ...task, ownerId, givenById, updatedAtMs: nowMs })),
    /** It was missed, and an agent has seen that. */
    clearMissed: (id: TaskId, nowMs: EpochMs): Task | undefined =>
      change(id, (task) => ({
        ...task,
        cancelReason: MISSED_CLEARED,
        reminderAtMs: null,
        updatedAtMs: nowMs,
      })),

    listToRemind: (nowMs: EpochMs): Task[] => selectToRemind.all(nowMs).map(toTask),
    /** A task whose moment is still to come owes its reminder, whatever a clock that was set back has said before. */
    oweAgain: (nowMs: EpochMs): void => void oweAgain.run({ nowMs, byHand: BY_HAND, farMs: nowMs + DAY }),
    nextReminderAtMs: (): EpochMs | undefined => selectNextReminder.get()?.reminder_at_ms,
    /** A reminder that was moved to later while it was on screen, or shown before its moment, is still owed. */
    markReminded: (ids: readonly TaskId[], nowMs: EpochMs): void =>
      void clearReminders.run({ ids: JSON.stringify(ids), nowMs }),
  };
}

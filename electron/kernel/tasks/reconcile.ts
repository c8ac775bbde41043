import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import {
  adviceText,
  attentionAtMs,
  isMissed,
  isToDo,
  MISSED,
  MISSED_CLEARED,
  type Task,
  type TaskKind,
  taskKindSpec,
  toTask,
  type WantedTask,
} from '../../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { MINUTE } from '../../../shared/time/durations.ts';

const PLAN_CHANGED = '计划已变更';

/** A snoozed task that comes back this close to a wanted one already stands for it. */
const SAME_MOMENT_MS = 10 * MINUTE;

/** A turn of a recurring duty went by; the next one has taken its place. */

type Input = {
  /** Every task of the subject, whatever its state. */
  readonly existing: readonly Task[];
  readonly wanted: readonly WantedTask[];
  /** One entry per kind that a rule governs: why it is over, or `null` while it goes on. Other kinds are people's. */
  readonly settled: ReadonlyMap<TaskKind, Settlement | null>;
  readonly nowMs: EpochMs;
};

/** The tasks in `move` and `cancel` are as they are to be stored. */
export type Reconciliation = {
  readonly insert: readonly WantedTask[];
  readonly move: readonly Task[];
  readonly cancel: readonly Task[];
};

/**
 * Works out how the stored tasks come to agree with the wanted ones; running it twice changes nothing more. The
 * decisions of agents are left alone: a snooze stays with a task that a settled duty takes along, and is there again
 * when the task comes back.
 */
export function reconcile({ existing, wanted, settled, nowMs }: Input): Reconciliation {
  const snoozed = existing.flatMap((task) => stillPutOff(task, wanted));
  const needed = wanted.filter((one) => !snoozed.some((task) => standsFor(task, one)));
  const insert = needed.filter((one) => !existing.some((task) => isSame(task, one)));
  const move = needed.flatMap((one) => {
    const task = existing.find((candidate) => isSame(candidate, one));
    const moved = task && movedTo(task, one, nowMs);
    return task && moved && !isEqual(moved, task) ? [{ ...moved, updatedAtMs: nowMs }] : [];
  });
  const unwanted = existing.filter((task) => !needed.some((one) => isSame(task, one)));
  const cancel = unwanted.flatMap((task) => {
    const settlement = settled.get(task.kind);
    // `undefined`: no rule governs this kind.
    const cancelled =
      settlement === undefined
        ? null
        : settlement === null
          ? withdrawn(task, existing, nowMs)
          : ended(task, settlement, nowMs);
    return cancelled === null ? [] : [{ ...cancelled, updatedAtMs: nowMs }];
  });
  const back = unwanted.filter(
    (task) => settled.get(task.kind) === null && isMissedAgain(task, existing, nowMs),
  );
  const reopened = back.map((task) => toTask({ ...task, cancelReason: null, updatedAtMs: nowMs }));
  return { insert, move: [...move, ...reopened], cancel };
}

function isSame(task: Task, wanted: WantedTask): boolean {
  return (
    task.kind === wanted.kind &&
    task.step === wanted.step &&
    task.occurrence === (wanted.occurrence ?? '') &&
    task.subject.kind === wanted.subject.kind &&
    task.subject.id === wanted.subject.id
  );
}

/** The task with the end that is planned for it now, where it stays put off. */
function stillPutOff(task: Task, wanted: readonly WantedTask[]): readonly Task[] {
  if (task.state !== 'snoozed') return [];
  const own = wanted.find((one) => isSame(task, one));
  const planned = own ? toTask({ ...task, plannedExpiryAtMs: own.expiresAtMs }) : task;
  return isOvertaken(planned) ? [] : [planned];
}

function standsFor(task: Task, wanted: WantedTask): boolean {
  if (task.kind !== wanted.kind || isSame(task, wanted) || task.snoozedUntilMs === null) return false;
  // One that is over by then asks for nothing any more.
  if (isMissed(task, wanted.dueAtMs)) return false;
  return Math.abs(task.snoozedUntilMs - wanted.dueAtMs) < SAME_MOMENT_MS;
}

/** `undefined`: it is done. */
function movedTo(task: Task, wanted: WantedTask, nowMs: EpochMs): Task | undefined {
  if (task.state === 'done') return undefined;
  const derived = toTask({
    ...task,
    // While it is put off it is due when the agent said; an undo finds the reminder of the old time as it was.
    dueAtMs: task.snoozedUntilMs === null ? wanted.dueAtMs : task.dueAtMs,
    plannedExpiryAtMs: wanted.expiresAtMs,
    amountAtRiskFen: wanted.amountAtRiskFen,
    reason: wanted.reason,
    advice: wanted.advice,
    isPromise: wanted.isPromise ?? false,
    cancelReason: null,
  });
  if (isCleared(task, derived, nowMs)) return toTask({ ...derived, cancelReason: MISSED_CLEARED });
  const moved = isOvertaken(derived) ? woken(derived, wanted.dueAtMs) : derived;
  return { ...moved, reminderAtMs: reminderFor(task, moved, nowMs) };
}

/** A task that an agent has cleared stays so, unless its end has moved and it can still be done. */
const isCleared = (task: Task, derived: Task, nowMs: EpochMs): boolean =>
  task.cancelReason === MISSED_CLEARED && isMissed(derived, nowMs);

/** The end has moved to before the moment to which an agent had put the task off, and it stands. */
function isOvertaken({ kind, snoozedUntilMs, plannedExpiryAtMs }: Task): boolean {
  if (snoozedUntilMs === null || plannedExpiryAtMs === null) return false;
  return taskKindSpec(kind).snooze === 'keeps-end' && plannedExpiryAtMs <= snoozedUntilMs;
}

const woken = (task: Task, dueAtMs: EpochMs): Task =>
  toTask({ ...task, dueAtMs, snoozedUntilMs: null, snoozeExpiresAtMs: null });

/** A changed moment is owed a reminder of its own; the same one is not, once it was shown. */
function reminderFor(before: Task, moved: Task, nowMs: EpochMs): EpochMs | null {
  const atMs = attentionAtMs(moved);
  if (attentionAtMs(before) !== atMs) return atMs;
  // A final end dropped the reminder of a moment that was still to come; when that end is taken back, before the moment
  // or after it, the reminder is owed again. Whatever ended at a time that is still to come did so by a wrong clock.
  const endedAtMs = before.updatedAtMs;
  const isOwedAgain = before.state === 'cancelled' && (nowMs < atMs || endedAtMs < atMs || endedAtMs > nowMs);
  return before.reminderAtMs ?? (isOwedAgain ? atMs : null);
}

/** Compares what a rule decides; the rest of a task is not its to change. */
function isEqual(a: Task, b: Task): boolean {
  return (
    a.state === b.state &&
    a.dueAtMs === b.dueAtMs &&
    a.plannedExpiryAtMs === b.plannedExpiryAtMs &&
    a.amountAtRiskFen === b.amountAtRiskFen &&
    a.reason === b.reason &&
    a.isPromise === b.isPromise &&
    a.reminderAtMs === b.reminderAtMs &&
    (a.advice && adviceText(a.advice)) === (b.advice && adviceText(b.advice))
  );
}

/** The duty is over. `null`: this task is over already. A reminder that is held back stays: nobody has seen it yet. */
function ended(task: Task, { reason, isFinal }: Settlement, nowMs: EpochMs): Task | null {
  const isToCome = task.reminderAtMs !== null && task.reminderAtMs > nowMs;
  const reminderAtMs = isFinal && isToCome ? null : task.reminderAtMs;
  if (isToDo(task)) return toTask({ ...task, cancelReason: reason, reminderAtMs });
  return task.state === 'cancelled' && task.reminderAtMs !== reminderAtMs ? { ...task, reminderAtMs } : null;
}

/** The duty goes on without this task. A missed one stays to be seen until a later one was done in its place. */
function withdrawn(task: Task, existing: readonly Task[], nowMs: EpochMs): Task | null {
  if (isToDo(task) && isMissed(task, nowMs) && endsWhenMissed(task)) {
    // The reminder stays: a clock that is set back finds it owed.
    return toTask({ ...task, cancelReason: MISSED });
  }
  if (task.state !== 'open') return null;
  const isReplaced = isReplacedAmong(existing, task);
  if (isMissed(task, nowMs) && !isReplaced) return null;
  return toTask({ ...task, cancelReason: isReplaced ? '已由后续待办代替' : PLAN_CHANGED });
}

/**
 * The task had ended for a reason that was taken back, such as the later task that was done in its place; so it was
 * missed after all.
 */
function isMissedAgain(task: Task, existing: readonly Task[], nowMs: EpochMs): boolean {
  if (task.state !== 'cancelled' || endsWhenMissed(task)) return false;
  if (task.cancelReason === PLAN_CHANGED || task.cancelReason === MISSED_CLEARED) return false;
  return isMissed(task, nowMs) && !isReplacedAmong(existing, task);
}

const endsWhenMissed = ({ kind }: Task): boolean => taskKindSpec(kind).missed === 'ends';

const isReplacedAmong = (existing: readonly Task[], task: Task): boolean =>
  existing.some(
    (other) => other.kind === task.kind && other.state === 'done' && other.dueAtMs >= task.dueAtMs,
  );

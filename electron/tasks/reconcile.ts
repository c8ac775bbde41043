import type { Settlement } from '../../shared/domain/order-subject.ts';
import { adviceText, type Task, type TaskKind, type WantedTask } from '../../shared/domain/task.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';

/** A snoozed task that comes back this close to a wanted one already stands for it. */
const SAME_MOMENT_MS = 10 * MINUTE;

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
 * What makes the stored tasks agree with the wanted ones; running it twice changes nothing more. What the agent
 * snoozed or did is left alone, but a settled duty takes its snoozed task along.
 */
export function reconcile({ existing, wanted, settled, nowMs }: Input): Reconciliation {
  const snoozed = existing.filter((task) => task.state === 'snoozed');
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
          : ended(task, settlement);
    return cancelled === null ? [] : [{ ...cancelled, updatedAtMs: nowMs }];
  });
  return { insert, move, cancel };
}

function isSame(task: Task, wanted: WantedTask): boolean {
  return (
    task.kind === wanted.kind &&
    task.step === wanted.step &&
    task.subject.kind === wanted.subject.kind &&
    task.subject.id === wanted.subject.id
  );
}

function standsFor({ kind, snoozedUntilMs, ...task }: Task, wanted: WantedTask): boolean {
  if (kind !== wanted.kind || task.step === wanted.step || snoozedUntilMs === null) return false;
  return Math.abs(snoozedUntilMs - wanted.dueAtMs) < SAME_MOMENT_MS;
}

/** `undefined`: it is in the agent's hands, or done. */
function movedTo(task: Task, wanted: WantedTask, nowMs: EpochMs): Task | undefined {
  if (task.state === 'snoozed' || task.state === 'done') return undefined;
  return {
    ...task,
    state: 'open',
    dueAtMs: wanted.dueAtMs,
    expiresAtMs: wanted.expiresAtMs,
    amountAtRiskFen: wanted.amountAtRiskFen,
    reason: wanted.reason,
    advice: wanted.advice,
    cancelReason: null,
    reminderAtMs: reminderFor(task, wanted, nowMs),
  };
}

/** A changed due time is owed a reminder of its own; the same one is not, once it was shown. */
function reminderFor(task: Task, wanted: WantedTask, nowMs: EpochMs): EpochMs | null {
  if (task.dueAtMs !== wanted.dueAtMs) return wanted.dueAtMs;
  // A final end dropped the reminder; when that end is taken back before the due time, it is owed again.
  const isOwedAgain = task.state === 'cancelled' && nowMs < wanted.dueAtMs;
  return task.reminderAtMs ?? (isOwedAgain ? wanted.dueAtMs : null);
}

/** Compares what a rule decides; the rest of a task is not its to change. */
function isEqual(a: Task, b: Task): boolean {
  return (
    a.state === b.state &&
    a.dueAtMs === b.dueAtMs &&
    a.expiresAtMs === b.expiresAtMs &&
    a.amountAtRiskFen === b.amountAtRiskFen &&
    a.reason === b.reason &&
    a.reminderAtMs === b.reminderAtMs &&
    (a.advice && adviceText(a.advice)) === (b.advice && adviceText(b.advice))
  );
}

/** The duty is over. `null`: this task is over already. */
function ended(task: Task, { reason, isFinal }: Settlement): Task | null {
  const reminderAtMs = isFinal ? null : task.reminderAtMs;
  if (task.state === 'open' || task.state === 'snoozed') {
    return { ...task, state: 'cancelled', snoozedUntilMs: null, cancelReason: reason, reminderAtMs };
  }
  return task.state === 'cancelled' && task.reminderAtMs !== reminderAtMs ? { ...task, reminderAtMs } : null;
}

/** The duty goes on without this task. A missed one stays to be seen until a later one was done in its place. */
function withdrawn(task: Task, existing: readonly Task[], nowMs: EpochMs): Task | null {
  if (task.state !== 'open') return null;
  const isMissed = task.expiresAtMs !== null && task.expiresAtMs <= nowMs;
  const isReplaced = existing.some(
    (other) => other.kind === task.kind && other.state === 'done' && other.dueAtMs >= task.dueAtMs,
  );
  if (isMissed && !isReplaced) return null;
  return { ...task, state: 'cancelled', cancelReason: isReplaced ? '已由后续待办代替' : '计划已变更' };
}

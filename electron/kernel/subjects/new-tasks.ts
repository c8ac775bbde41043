import { isMissed, type TaskKind, type WantedTask } from '../../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

/** How many subjects have got tasks of a kind that are not over yet, and the money that is at stake for them. */
export type NewTasks = ReadonlyMap<TaskKind, { readonly count: number; readonly amountFen: number }>;

/** The kinds of the tasks of one subject that are not over yet: several steps of a kind are one thing to do, with the money of one. */
export function moneyByKind(tasks: readonly WantedTask[], nowMs: EpochMs): ReadonlyMap<TaskKind, number> {
  const open = tasks.filter((task) => !isMissed(task, nowMs));
  const byKind = [...Map.groupBy(open, ({ kind }) => kind)];
  return new Map(
    byKind.map(([kind, steps]) => [kind, Math.max(...steps.map((step) => step.amountAtRiskFen))]),
  );
}

export function createTally() {
  const counted = new Map<TaskKind, { count: number; amountFen: number }>();
  return {
    counted: counted as NewTasks,
    add(ofSubject: ReadonlyMap<TaskKind, number>): void {
      for (const [kind, fen] of ofSubject) {
        const { count, amountFen } = counted.get(kind) ?? { count: 0, amountFen: 0 };
        counted.set(kind, { count: count + 1, amountFen: amountFen + fen });
      }
    },
  };
}

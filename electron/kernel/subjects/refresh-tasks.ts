import type { ShopId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { isToDo, type Task, type TaskPlace, type WantedTask } from '../../../shared/domain/tasks/task.ts';
import { inPages } from '../../../shared/in-pages.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { reconcile } from '../tasks/reconcile.ts';
import { createTally, moneyByKind, type NewTasks } from './new-tasks.ts';
import type { Plan, Ruled } from './subject-module.ts';
import type { Subjects } from './subjects.ts';

/** Few enough that their subjects fit in memory with ease, many enough that a statement is run seldom. */
const PAGE = 500;

type Dependencies = {
  readonly subjects: Subjects;
  readonly tasks: {
    listForSubjects(kind: SubjectKind, ids: readonly string[]): Map<string, Task[]>;
    insert(wanted: WantedTask, place: TaskPlace & Pick<Plan, 'endsAtMs'>, nowMs: EpochMs): void;
    save(task: Task): void;
  };
  /** Refuses a step that an agent could not read. */
  readonly requireWords: (wanted: WantedTask) => void;
};

/**
 * Runs the rules for what an import or an edit touched, and for whatever depends on it. Call it in the transaction that
 * changed the subjects.
 */
export type RefreshTasks = (changed: readonly SubjectRef[], nowMs: EpochMs) => NewTasks;

/**
 * Everything that the rules look at for these as the store is now. Whatever takes rows back asks before it, since what had
 * depended on a row that is gone is not found any more, and has it looked at afterwards.
 */
export type ListDependent = (changed: readonly SubjectRef[]) => readonly SubjectRef[];

type RuledKind = { readonly kind: SubjectKind; readonly ruled: Ruled };

export function createRefreshing({ subjects, tasks, requireWords }: Dependencies) {
  /** Answers the tasks that are new. */
  function apply(plan: Plan, existing: readonly Task[], nowMs: EpochMs): readonly WantedTask[] {
    const { wanted, settled } = plan;
    const changes = reconcile({ existing, wanted, settled, nowMs });
    for (const one of changes.insert) {
      requireWords(one);
      tasks.insert(one, plan, nowMs);
    }
    const changed = new Map([...changes.move, ...changes.cancel].map((task) => [task.id, task]));
    for (const task of existing) {
      // A subject that is found to belong to an order, or no longer does, takes its tasks to another card; one whose end
      // has moved takes them to another rank.
      const { matter, endsAtMs } = plan;
      const isMoved = task.matter !== matter || (isToDo(task) && task.endsAtMs !== endsAtMs);
      if (changed.has(task.id) || isMoved) {
        tasks.save({ ...(changed.get(task.id) ?? task), matter, endsAtMs });
      }
    }
    return changes.insert;
  }

  type Refresh = { readonly nowMs: EpochMs; readonly tally: ReturnType<typeof createTally> };

  function refreshPage({ kind, ruled }: RuledKind, page: readonly string[], { nowMs, tally }: Refresh): void {
    const existing = tasks.listForSubjects(kind, page);
    const plans = ruled.plan(page, nowMs);
    for (const plan of plans) tally.add(moneyByKind(apply(plan, existing.get(plan.id) ?? [], nowMs), nowMs));
    for (const isLive of [true, false]) {
      ruled.setLive(
        plans.filter((plan) => plan.isLive === isLive).map(({ id }) => id),
        isLive,
      );
    }
  }

  const refreshTasks: RefreshTasks = (changed, nowMs) => {
    const tally = createTally();
    for (const { kind, ruled } of subjects.modules) {
      if (ruled === null) continue;
      for (const page of inPages(ruled.listToRefresh(changed), PAGE))
        refreshPage({ kind, ruled }, page, { nowMs, tally });
    }
    return tally.counted;
  };

  const listDependent: ListDependent = (changed) =>
    subjects.modules.flatMap(({ kind, ruled }) =>
      (ruled?.listToRefresh(changed) ?? []).map((id) => asSubject(kind, id)),
    );

  return {
    refreshTasks,
    listDependent,
    /** Whether a subject of the shop is without the tasks that it should have. */
    hasForgotten: (shopId: ShopId): boolean =>
      subjects.modules.some(({ ruled }) => ruled?.hasForgotten?.(shopId) === true),
    /** Everything to look at again when the settings of the shop have changed. */
    listLive: (shopId: ShopId): SubjectRef[] =>
      subjects.modules.flatMap(({ kind, ruled }) =>
        (ruled?.listLive(shopId) ?? []).map((id) => asSubject(kind, id)),
      ),
  };
}

import type { ShopId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../../shared/domain/subject.ts';
import type { Task, WantedTask } from '../../../shared/domain/task.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { reconcile } from '../tasks/reconcile.ts';
import type { Place, Plan } from './subject-module.ts';
import type { Subjects } from './subjects.ts';

/** Few enough that their subjects fit in memory with ease, many enough that a statement is run seldom. */
const PAGE = 500;

type Dependencies = {
  readonly subjects: Subjects;
  readonly tasks: {
    listForSubjects(kind: SubjectKind, ids: readonly string[]): Map<string, Task[]>;
    insert(wanted: WantedTask, place: Place, nowMs: EpochMs): void;
    save(task: Task): void;
  };
};

export type RefreshCounts = { readonly inserted: number; readonly moved: number; readonly cancelled: number };

/**
 * Runs the rules for what an import or an edit touched, and for whatever depends on it. Call it in the transaction that
 * changed the subjects.
 */
export type RefreshTasks = (changed: readonly SubjectRef[], nowMs: EpochMs) => RefreshCounts;

export function createRefreshing({ subjects, tasks }: Dependencies) {
  function apply(plan: Plan, existing: readonly Task[], nowMs: EpochMs) {
    const { wanted, settled } = plan;
    const changes = reconcile({ existing, wanted, settled, nowMs });
    for (const one of changes.insert) tasks.insert(one, plan, nowMs);
    for (const task of [...changes.move, ...changes.cancel]) tasks.save(task);
    return changes;
  }

  /** Of one kind; the caller has chosen them. */
  function refreshPage(kind: SubjectKind, ids: readonly string[], nowMs: EpochMs): RefreshCounts {
    const { ruled } = subjects.moduleOf(kind);
    let [inserted, moved, cancelled] = [0, 0, 0];
    if (ruled === null) return { inserted, moved, cancelled };
    const existing = tasks.listForSubjects(kind, ids);
    const plans = ruled.plan(ids, nowMs);
    for (const plan of plans) {
      const changes = apply(plan, existing.get(plan.id) ?? [], nowMs);
      inserted += changes.insert.length;
      moved += changes.move.length;
      cancelled += changes.cancel.length;
    }
    for (const isLive of [true, false]) {
      ruled.setLive(
        plans.filter((plan) => plan.isLive === isLive).map(({ id }) => id),
        isLive,
      );
    }
    return { inserted, moved, cancelled };
  }

  const refreshTasks: RefreshTasks = (changed, nowMs) => {
    let [inserted, moved, cancelled] = [0, 0, 0];
    for (const { kind, ruled } of subjects.modules) {
      for (const page of pages(ruled?.listToRefresh(changed) ?? [])) {
        const counts = refreshPage(kind, page, nowMs);
        inserted += counts.inserted;
        moved += counts.moved;
        cancelled += counts.cancelled;
      }
    }
    return { inserted, moved, cancelled };
  };

  return {
    refreshTasks,
    refreshPage,
    /** Everything to look at again when the settings of the shop have changed; `null`: of all shops. */
    listLive: (shopId: ShopId | null): SubjectRef[] =>
      subjects.modules.flatMap(({ kind, ruled }) =>
        (ruled?.listLive(shopId) ?? []).map((id) => asSubject(kind, id)),
      ),
  };
}

function* pages<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += PAGE) yield items.slice(start, start + PAGE);
}

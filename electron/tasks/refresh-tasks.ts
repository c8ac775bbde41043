import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { OrderRule, OrderSubject } from '../../shared/domain/order-subject.ts';
import type { Task, WantedTask } from '../../shared/domain/task.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { reconcile } from './reconcile.ts';

/** Few enough that their subjects fit in memory with ease, many enough that a statement is run seldom. */
const PAGE = 500;

type Dependencies = {
  readonly subjects: {
    /** Those of the orders, and of their customers' other orders, for which a rule can want or end anything. */
    listToRefresh(orderIds: readonly OrderId[]): OrderId[];
    load(orderIds: readonly OrderId[]): OrderSubject[];
  };
  readonly tasks: {
    listForOrders(orderIds: readonly OrderId[]): Map<OrderId, Task[]>;
    insert(wanted: WantedTask, shopId: ShopId, nowMs: EpochMs): void;
    save(task: Task): void;
  };
  readonly rules: readonly OrderRule[];
};

export type RefreshCounts = { readonly inserted: number; readonly moved: number; readonly cancelled: number };

/** Runs the rules for what an import or an edit touched. Call it in the transaction that changed the orders. */
export type RefreshTasks = (orderIds: readonly OrderId[], nowMs: EpochMs) => RefreshCounts;

export function createRefreshTasks({ subjects, tasks, rules }: Dependencies): RefreshTasks {
  function refreshOne(subject: OrderSubject, existing: readonly Task[], nowMs: EpochMs) {
    const wanted = rules.flatMap((rule) => rule.find(subject, nowMs));
    const settled = new Map(rules.map((rule) => [rule.kind, rule.settledBy(subject)]));
    const changes = reconcile({ existing, wanted, settled, nowMs });
    for (const one of changes.insert) tasks.insert(one, subject.order.shopId, nowMs);
    for (const task of [...changes.move, ...changes.cancel]) tasks.save(task);
    return changes;
  }

  return (orderIds, nowMs) => {
    let [inserted, moved, cancelled] = [0, 0, 0];
    for (const page of pages(subjects.listToRefresh(orderIds))) {
      const existing = tasks.listForOrders(page);
      for (const subject of subjects.load(page)) {
        const changes = refreshOne(subject, existing.get(subject.order.id) ?? [], nowMs);
        inserted += changes.insert.length;
        moved += changes.move.length;
        cancelled += changes.cancel.length;
      }
    }
    return { inserted, moved, cancelled };
  };
}

function* pages<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += PAGE) yield items.slice(start, start + PAGE);
}

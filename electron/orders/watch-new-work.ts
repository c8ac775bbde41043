import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { bareOrderSubject, type OrderRule } from '../../shared/domain/orders/order-subject.ts';
import type { TaskKind } from '../../shared/domain/tasks/task.ts';
import type { ShopSettings } from '../../shared/domain/team/shop.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { createTally, moneyByKind, type NewTasks } from '../kernel/subjects/new-tasks.ts';

/** P1, O4, O7: estimates by the rules themselves the tasks of the orders that a file shows as newly paid, before it is written. */
export function createWatchNewWork(rules: readonly OrderRule[], settingsOf: (id: ShopId) => ShopSettings) {
  return (shopId: ShopId, nowMs: EpochMs) => {
    const settings = settingsOf(shopId);
    const followed = new Map<OrderId, ReadonlyMap<TaskKind, number>>();

    function follow(order: Order): void {
      followed.delete(order.id);
      if (order.status !== 'paid') return;
      const subject = bareOrderSubject(order, settings);
      const wanted = rules.flatMap((rule) => rule.find(subject, nowMs));
      followed.set(order.id, moneyByKind(wanted, nowMs));
    }

    return {
      added: follow,
      shown(before: Order, after: Order): void {
        // One that was paid before has its tasks.
        if (before.status !== 'paid' || followed.has(after.id)) follow(after);
      },
      newTasks(): NewTasks {
        const tally = createTally();
        for (const ofOrder of followed.values()) tally.add(ofOrder);
        return tally.counted;
      },
    };
  };
}

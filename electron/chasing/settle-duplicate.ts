import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { type Changes, changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { type ChasingPorts, existingOrder, ofOrder } from './ports.ts';

type Request = { readonly orderId: OrderId; readonly note?: string | null };
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'tasks' | 'orders' | 'activities' | 'refreshTasks'>;

/** P8: the customer has said what is really wanted; the question is not asked again about this order. */
export function createSettleDuplicate(ports: Dependencies) {
  const { inTransaction, tasks, orders, activities, refreshTasks } = ports;

  return ({ orderId, note }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      existingOrder(orders, orderId);
      const open = tasks
        .listForSubject(ofOrder(orderId))
        .filter(({ kind, state }) => kind === 'duplicate' && (state === 'open' || state === 'snoozed'));
      const changes: Changes = Object.assign(
        {},
        ...open.map((task) =>
          changesOf(['task', task.id], task, tasks.complete(task.id, actor.nowMs) ?? task),
        ),
      );
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'duplicate-settled',
        taskId: open[0]?.id ?? null,
        data: { ...given({ text: note }), changes },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      return { activityId: activity.id, message: '已记录：重复下单已确认' };
    });
}

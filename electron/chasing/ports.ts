import type { Activity, NewActivity } from '../../shared/domain/activity.ts';
import type { Concession } from '../../shared/domain/concession.ts';
import type { ActivityId, ConcessionId, OrderId, TaskId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { OrderSubject } from '../../shared/domain/order-subject.ts';
import { type SubjectRef } from '../../shared/domain/subject.ts';

import { AppError } from '../../shared/errors.ts';
import type { RefreshTasks } from '../kernel/subjects/refresh-tasks.ts';
import type { Dispute } from '../store/chasing/dispute-store.ts';
import type { SentMessage } from '../store/chasing/sent-chases.ts';
import type { InTransaction } from '../store/connection.ts';
import type { TaskStore } from '../store/tasks/task-store.ts';

/** What an agent's actions need of the rest; the composition roots hand it in. */
export type ChasingPorts = {
  readonly inTransaction: InTransaction;
  readonly orders: {
    get(id: OrderId): Order | undefined;
    update(order: Order, changed: readonly (keyof Order)[]): void;
  };
  readonly tasks: Pick<TaskStore, 'get' | 'save' | 'listForSubject' | 'complete' | 'snooze' | 'setOwner'>;
  readonly activities: {
    append(activity: NewActivity): Activity;
    get(id: ActivityId): Activity | undefined;
    /** Newest first. */
    listOf(subject: SubjectRef): Activity[];
    chasesOf(orderIds: readonly OrderId[]): Map<OrderId, readonly SentMessage[]>;
  };
  readonly disputes: {
    get(orderId: OrderId): Dispute | undefined;
    save(dispute: Dispute): void;
    remove(orderId: OrderId): void;
  };
  /** R10: only for taking back. */
  readonly concessions: {
    get(id: ConcessionId): Concession | undefined;
    save(concession: Concession): void;
    remove(id: ConcessionId): void;
  };
  readonly subjects: { get(orderId: OrderId): OrderSubject | undefined };
  readonly refreshTasks: RefreshTasks;
};

export const ofOrder = (id: OrderId) => ({ kind: 'order', id }) as const satisfies SubjectRef;

export function existingOrder(orders: Pick<ChasingPorts['orders'], 'get'>, id: OrderId): Order {
  const order = orders.get(id);
  if (!order) throw new AppError('not-found', '该订单已不存在');
  return order;
}

/** Only an unpaid order can be given up, said to be paid, or closed at another time. */
export function unpaidOrder(orders: Pick<ChasingPorts['orders'], 'get'>, id: OrderId): Order {
  const order = existingOrder(orders, id);
  if (order.status !== 'unpaid') throw new AppError('conflict', '该订单已不是待付款状态');
  return order;
}

export function taskToDo(tasks: Pick<TaskStore, 'get'>, id: TaskId) {
  const task = tasks.get(id);
  if (!task) throw new AppError('not-found', '该待办已不存在');
  if (task.state === 'done') throw new AppError('conflict', '该待办已完成');
  if (task.state === 'cancelled') throw new AppError('conflict', `该待办已取消：${task.cancelReason ?? ''}`);
  return task;
}

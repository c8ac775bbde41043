import type { QueueQuery } from '../../../electron/store/tasks/task-queue.ts';
import type { OrderId, ShopId, TaskId } from '../../../shared/domain/ids.ts';
import { type Task, type TaskFacts, toTask, type WantedTask } from '../../../shared/domain/tasks/task.ts';

/** The facts that make a task have this state, unless the test says more. */
function factsOf({ state, expiresAtMs, ...overrides }: Partial<Task>): Partial<TaskFacts> {
  return {
    ...(state === 'done' ? { doneAtMs: 0 } : {}),
    ...(state === 'cancelled' ? { cancelReason: '计划已变更' } : {}),
    ...(expiresAtMs === undefined ? {} : { plannedExpiryAtMs: expiresAtMs, snoozeExpiresAtMs: expiresAtMs }),
    ...overrides,
  };
}

/** An open first chase, due at 0, of which everything can be overridden. */
export function aTask(overrides: Partial<Task> = {}): Task {
  const dueAtMs = overrides.dueAtMs ?? 0;
  return toTask({
    id: 'task-1' as TaskId,
    shopId: 'shop-1' as ShopId,
    kind: 'chase',
    subject: { kind: 'order', id: 'order-1' as OrderId },
    matter: overrides.subject?.id ?? 'order-1',
    step: 'first',
    occurrence: '',
    doneAtMs: null,
    snoozedUntilMs: null,
    snoozeNote: null,
    snoozeExpiresAtMs: null,
    ownerId: null,
    givenById: null,
    dueAtMs,
    plannedExpiryAtMs: null,
    endsAtMs: null,
    isPromise: false,
    amountAtRiskFen: 10_000,
    reason: '下单 15 分钟未付款',
    advice: { kind: 'recommended' },
    cancelReason: null,
    reminderAtMs: dueAtMs,
    updatedAtMs: 0,
    ...factsOf(overrides),
  });
}

export function aWantedTask(overrides: Partial<WantedTask> = {}): WantedTask {
  return {
    kind: 'chase',
    subject: { kind: 'order', id: 'order-1' as OrderId },
    step: 'first',
    dueAtMs: 0,
    expiresAtMs: null,
    amountAtRiskFen: 10_000,
    reason: '下单 15 分钟未付款',
    advice: { kind: 'recommended' },
    ...overrides,
  };
}

/** The tasks that want attention now, the first page of them. */
export const aQueueQuery = (nowMs: number): QueueQuery => ({
  bucket: 'todo',
  shopId: null,
  kind: null,
  owner: null,
  text: '',
  sort: 'urgency',
  agentId: null,
  offset: 0,
  limit: 50,
  nowMs,
});

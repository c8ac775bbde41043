import type { QueueQuery } from '../../electron/store/tasks/task-queue.ts';
import type { OrderId, ShopId, TaskId } from '../../shared/domain/ids.ts';
import type { Task, WantedTask } from '../../shared/domain/task.ts';

/** An open first chase, due at 0, of which everything can be overridden. */
export function aTask(overrides: Partial<Task> = {}): Task {
  const dueAtMs = overrides.dueAtMs ?? 0;
  return {
    id: 'task-1' as TaskId,
    shopId: 'shop-1' as ShopId,
    kind: 'chase',
    subject: { kind: 'order', id: 'order-1' as OrderId },
    step: 'first',
    state: 'open',
    dueAtMs,
    snoozedUntilMs: null,
    snoozeNote: null,
    expiresAtMs: null,
    amountAtRiskFen: 10_000,
    reason: '下单 15 分钟未付款',
    advice: { kind: 'recommended' },
    ownerId: null,
    reminderAtMs: dueAtMs,
    cancelReason: null,
    updatedAtMs: 0,
    ...overrides,
  };
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

/** What wants attention now, the first page of it. */
export const aQueueQuery = (nowMs: number): QueueQuery => ({
  bucket: 'now',
  shopId: null,
  kind: null,
  owner: null,
  text: '',
  sort: 'time',
  offset: 0,
  limit: 50,
  nowMs,
});

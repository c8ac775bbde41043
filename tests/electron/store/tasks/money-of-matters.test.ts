import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../../electron/kernel/tasks/queue.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import type { Task } from '../../../../shared/domain/tasks/task.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { createMemoryStore, insertShop } from '../../../support/memory-store.ts';
import { queueOver } from '../../../support/queue-over.ts';
import { aQueueQuery, aTask } from '../../../support/records/a-task.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 12:00');
const QUERY = aQueueQuery(NOW);

let tasks: TaskStore;
let queue: Queue;

beforeEach(() => {
  const { db } = createMemoryStore();
  insertShop(db);
  tasks = createTaskStore(db);
  queue = queueOver(db);
});

function add(name: string, overrides: Partial<Task>): void {
  tasks.save(aTask({ id: name as TaskId, step: name, dueAtMs: NOW, ...overrides }));
}

describe('X1: the money of a card', () => {
  it('5.7: counts two refunds of an order as both, and not once more what the order itself is about', () => {
    const of = (kind: 'order' | 'refund', id: string, amountAtRiskFen: number): Partial<Task> => ({
      matter: 'order-9',
      subject: asSubject(kind, id),
      kind: kind === 'order' ? 'chase' : 'refund',
      amountAtRiskFen,
    });
    const only = (query: Partial<QueueQuery> = {}) => {
      const { rows } = queue.page({ ...QUERY, sort: 'money', ...query });
      const { byTab } = queue.count({ ...QUERY, ...query }, { agentId: null, nowMs: NOW });
      return [rows[0]?.amountFen, byTab.todo.amountFen];
    };
    add('another order', { matter: 'order-1', amountAtRiskFen: 500 });
    const before = 500;
    add('one', of('refund', 'refund-1', 8_000));
    add('one, later', { ...of('refund', 'refund-1', 8_000), dueAtMs: NOW + HOUR });
    add('other', of('refund', 'refund-2', 7_000));
    expect(only()).toEqual([15_000, before + 15_000]);
    expect(only({ kind: 'refund' })).toEqual([15_000, 15_000]);
    add('order', of('order', 'order-9', 12_000));
    expect(only()).toEqual([15_000, before + 15_000]);
    add('order, in all', of('order', 'order-9', 20_000));
    expect(only()).toEqual([20_000, before + 20_000]);
  });
});

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../../electron/kernel/tasks/queue.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { AgentId, CustomerId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import { TASK_KINDS, type Task, toTask } from '../../../../shared/domain/tasks/task.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import {
  createMemoryStore,
  insertAgent,
  insertCustomer,
  insertOrder,
  insertShop,
} from '../../../support/memory-store.ts';
import { queueOver } from '../../../support/queue-over.ts';
import { aQueueQuery, aTask, aWantedTask } from '../../../support/records/a-task.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 12:00');
const PLACE = { shopId: 'shop-1' as ShopId, matter: 'order-1' };
const QUERY = aQueueQuery(NOW);

let db: WritableDb;
let tasks: TaskStore;
let queue: Queue;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  insertShop(db, { id: 'shop-2' as ShopId, name: '分店' });
  insertAgent(db);
  insertCustomer(db);
  insertOrder(db, { customerId: 'customer-1' as CustomerId });
  tasks = createTaskStore(db);
  queue = queueOver(db);
});

/** A task whose step is its name, a matter of its own and due now unless said otherwise. */
function add(name: string, overrides: Partial<Task> = {}): TaskId {
  const matter = overrides.subject?.id ?? name;
  const task = aTask({ id: name as TaskId, step: name, matter, dueAtMs: NOW, ...overrides });
  tasks.save(task);
  return task.id;
}

const listed = (query: Partial<QueueQuery> = {}) =>
  queue.page({ ...QUERY, ...query }).rows.map(({ task }) => task.step);

describe('X2: what the agent does to a task is kept', () => {
  it('snoozes to the minute, in words', () => {
    const id = add('first');
    const untilMs = NOW + HOUR;
    tasks.snooze(id, { untilMs, note: '客户说 20:30 充值', expiresAtMs: null }, NOW);
    expect(tasks.get(id)).toMatchObject({
      state: 'snoozed',
      snoozedUntilMs: untilMs,
      snoozeNote: '客户说 20:30 充值',
      reminderAtMs: untilMs,
    });
  });

  it('completes, hands over and ends only what is still to do', () => {
    const id = add('first');
    expect(tasks.setOwner(id, { ownerId: 'agent-1' as AgentId, givenById: null }, NOW)?.ownerId).toBe(
      'agent-1',
    );
    expect(tasks.complete(id, NOW)).toMatchObject({ state: 'done', reminderAtMs: null });
    expect(tasks.complete(id, NOW)).toBeUndefined();
    expect(tasks.snooze(id, { untilMs: NOW + 1, note: null, expiresAtMs: null }, NOW)).toBeUndefined();
    expect(tasks.setOwner(id, { ownerId: null, givenById: null }, NOW)).toBeUndefined();
  });

  it('keeps a snooze while a rule has ended the task', () => {
    add('first', { snoozedUntilMs: NOW + HOUR, cancelReason: '订单已付款' });
    expect(tasks.get('first' as TaskId)).toMatchObject({ state: 'cancelled', snoozedUntilMs: NOW + HOUR });
    expect(listed({ bucket: 'all' })).toEqual([]);
  });

  it('computes state and end as the program does, whatever was decided and derived', () => {
    const instant = fc.option(fc.integer({ min: 1, max: 1000 }));
    const facts = fc.record({
      kind: fc.constantFrom(...TASK_KINDS),
      doneAtMs: instant,
      snoozedUntilMs: instant,
      snoozeExpiresAtMs: instant,
      plannedExpiryAtMs: instant,
      cancelReason: fc.option(fc.constant('订单已付款')),
    });
    const stored = db.prepare<[], Pick<Task, 'state'> & { expires_at_ms: number | null }>(
      'SELECT state, expires_at_ms FROM tasks',
    );
    fc.assert(
      fc.property(facts, (some) => {
        const task = toTask({ ...aTask(), ...some });
        tasks.save(task);
        expect(stored.get()).toEqual({ state: task.state, expires_at_ms: task.expiresAtMs });
        expect(tasks.get(task.id)).toEqual(task);
      }),
    );
  });

  it('gives the same id to the same task on every PC', () => {
    const wanted = aWantedTask({ dueAtMs: NOW });
    const { id } = tasks.insert(wanted, PLACE, NOW);
    expect(tasks.get(id)).toMatchObject({ ...wanted, ...PLACE, state: 'open', reminderAtMs: NOW });
    expect(tasks.insert(wanted, PLACE, NOW).id).toBe(id);
  });

  it('lists by kind, state and due time for the command line', () => {
    add('first');
    add('later', { dueAtMs: NOW + DAY });
    add('done', { state: 'done' });
    const steps = (filter: Partial<Parameters<TaskStore['listTasks']>[0]>) =>
      tasks
        .listTasks({ kind: null, state: null, dueBeforeMs: null, limit: 10, ...filter })
        .map((task) => task.step);
    expect(steps({})).toEqual(['done', 'first', 'later']);
    expect(steps({ state: 'open', dueBeforeMs: NOW + HOUR })).toEqual(['first']);
    expect(steps({ kind: 'dispute' })).toEqual([]);
  });

  it('lists what is still to do for an order, the most urgent first', () => {
    add('later', { dueAtMs: NOW + HOUR });
    add('first');
    add('done', { state: 'done' });
    expect(tasks.listToDo(aTask().subject).map((task) => task.step)).toEqual(['first', 'later']);
    expect([...tasks.listForSubjects('order', ['order-1']).keys()]).toEqual(['order-1']);
  });
});

describe('X2: the reminders that are owed', () => {
  it('come earliest first, and once', () => {
    add('second', { dueAtMs: NOW - MINUTE });
    add('first', { dueAtMs: NOW - HOUR });
    add('later', { dueAtMs: NOW + HOUR });
    const due = tasks.listToRemind(NOW);
    expect(due.map((task) => task.step)).toEqual(['first', 'second']);
    expect(tasks.nextReminderAtMs()).toBe(NOW - HOUR);
    tasks.markReminded(
      due.map((task) => task.id),
      NOW,
    );
    expect(tasks.listToRemind(NOW)).toEqual([]);
    expect(tasks.nextReminderAtMs()).toBe(NOW + HOUR);
  });

  it('are not owed for what is cancelled, even while it may come back', () => {
    add('cancelled', { state: 'cancelled', reminderAtMs: NOW });
    expect(tasks.listToRemind(NOW)).toEqual([]);
    expect(tasks.nextReminderAtMs()).toBeUndefined();
  });
});

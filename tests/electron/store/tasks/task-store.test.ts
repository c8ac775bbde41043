import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { AgentId, CustomerId, OrderId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import type { Task } from '../../../../shared/domain/task.ts';
import { QUEUE_BUCKETS, type QueueBucket } from '../../../../shared/ipc/contract/task-contract.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { aQueueQuery, aTask, aWantedTask } from '../../../support/a-task.ts';
import { beijing } from '../../../support/an-order.ts';
import {
  createMemoryStore,
  insertAgent,
  insertCustomer,
  insertItem,
  insertOrder,
  insertShop,
} from '../../../support/memory-store.ts';

const NOW = beijing('2026-06-10 12:00');
const QUERY = aQueueQuery(NOW);

let db: WritableDb;
let tasks: TaskStore;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  insertShop(db, { id: 'shop-2' as ShopId, name: '分店' });
  insertAgent(db);
  insertCustomer(db);
  insertOrder(db, { customerId: 'customer-1' as CustomerId });
  tasks = createTaskStore(db);
});

/** A task whose step is its name; due now unless said otherwise. */
function add(name: string, overrides: Partial<Task> = {}): TaskId {
  const task = aTask({ id: name as TaskId, step: name, dueAtMs: NOW, ...overrides });
  tasks.save(task);
  return task.id;
}

const listed = (query: Partial<QueueQuery> = {}) =>
  tasks.listQueue({ ...QUERY, ...query }).rows.map(({ task }) => task.step);

describe('X1: one queue', () => {
  beforeEach(() => {
    add('overdue', { dueAtMs: NOW - HOUR });
    add('in an hour', { dueAtMs: NOW + HOUR });
    add('tonight', { dueAtMs: beijing('2026-06-10 23:59') });
    add('tomorrow', { dueAtMs: beijing('2026-06-11 00:00') });
    add('missed', { dueAtMs: NOW - HOUR, expiresAtMs: NOW });
    add('snoozed', { dueAtMs: NOW - DAY, state: 'snoozed', snoozedUntilMs: NOW + 3 * HOUR });
    add('done', { state: 'done' });
    add('cancelled', { state: 'cancelled' });
  });

  it.each<[QueueBucket, string[]]>([
    ['now', ['overdue']],
    ['soon', ['in an hour']],
    ['today', ['overdue', 'in an hour', 'snoozed', 'tonight']],
    ['all', ['overdue', 'missed', 'in an hour', 'snoozed', 'tonight', 'tomorrow']],
    ['snoozed', ['snoozed']],
    ['missed', ['missed']],
  ])('shows in %s what belongs there', (bucket, expected) => {
    expect(listed({ bucket })).toEqual(expected);
  });

  it('counts what it shows', () => {
    const counts = tasks.countQueue({ ...QUERY, bucket: 'all' }, NOW);
    expect(counts.byBucket).toEqual({ now: 1, soon: 1, today: 4, all: 6, snoozed: 1, missed: 1 });
    expect(counts.byKind).toEqual({ chase: 6, duplicate: 0, concession: 0, dispute: 0, 'follow-up': 0 });
  });

  it('counts the money of an order once, however many steps it has before it', () => {
    insertOrder(db, { id: 'order-2' as OrderId, no: '42' });
    const subject = { kind: 'order', id: 'order-2' as OrderId } as const;
    add('another order', { subject, amountAtRiskFen: 500 });
    add('and asked about twice', { subject, kind: 'duplicate', amountAtRiskFen: 500 });
    const amountOf = (query: Partial<QueueQuery>) =>
      tasks.countQueue({ ...QUERY, bucket: 'all', ...query }, NOW).amountAtRiskFen;
    expect(amountOf({})).toBe(10_500);
    expect(amountOf({ kind: 'duplicate' })).toBe(500);
    expect(amountOf({ bucket: 'snoozed' })).toBe(10_000);
  });

  it('counts the same as it lists, page by page', () => {
    for (const bucket of QUEUE_BUCKETS) {
      const first = tasks.listQueue({ ...QUERY, bucket, limit: 1 });
      expect(first.total).toBe(tasks.listQueue({ ...QUERY, bucket }).rows.length);
      expect(listed({ bucket, offset: 1 })).toEqual(listed({ bucket }).slice(1));
    }
  });
});

describe('X1: ranked by time left and money at risk', () => {
  beforeEach(() => {
    add('small', { dueAtMs: NOW - HOUR, amountAtRiskFen: 100 });
    add('late', { dueAtMs: NOW - MINUTE, amountAtRiskFen: 90_000 });
    add('large', { dueAtMs: NOW - HOUR, amountAtRiskFen: 500 });
  });

  it('puts the longest overdue first, the larger amount breaking ties', () => {
    expect(listed()).toEqual(['large', 'small', 'late']);
  });

  it('puts the money first on demand', () => {
    expect(listed({ sort: 'money' })).toEqual(['late', 'large', 'small']);
  });
});

describe('X1: the filters of the queue', () => {
  it('filters by shop, kind and owner', () => {
    add('mine', { ownerId: 'agent-1' as AgentId });
    add('elsewhere', { shopId: 'shop-2' as ShopId });
    add('twice', { kind: 'duplicate' });
    expect(listed({ shopId: 'shop-2' as ShopId })).toEqual(['elsewhere']);
    expect(listed({ kind: 'duplicate' })).toEqual(['twice']);
    expect(listed({ owner: 'agent-1' as AgentId })).toEqual(['mine']);
    expect(listed({ owner: 'unowned' })).toEqual(['elsewhere', 'twice']);
  });

  it('finds by the start of the order number, and by part of the nick or the title', () => {
    add('first');
    insertOrder(db, { id: 'order-2' as OrderId, no: '42', itemTitle: null, customerNick: '阿强' });
    insertItem(db, { orderId: 'order-2' as OrderId, title: '运动裤' });
    add('second', { subject: { kind: 'order', id: 'order-2' as OrderId } });
    expect(listed({ text: '31415' })).toEqual(['first']);
    expect(listed({ text: '1415' })).toEqual([]);
    expect(listed({ text: ' 爱购 ' })).toEqual(['first']);
    expect(listed({ text: '阿强' })).toEqual(['second']);
    expect(listed({ text: '短袖' })).toEqual(['first']);
    expect(listed({ text: '运动' })).toEqual(['second']);
    expect(tasks.countQueue({ ...QUERY, text: '运动' }, NOW).byBucket.now).toBe(1);
  });

  it('shows with each task what a row needs', () => {
    add('first', { ownerId: 'agent-1' as AgentId });
    expect(tasks.listQueue(QUERY).rows).toEqual([
      {
        task: expect.objectContaining({ step: 'first', advice: { kind: 'recommended' } }),
        orderNo: '3141592653589793',
        customerNick: '小李爱购物',
        shopName: '测试店铺',
        itemTitle: '纯棉短袖T恤',
        orderStatus: 'unpaid',
        ownerName: '小王',
      },
    ]);
  });

  it('shows tasks about a customer as well', () => {
    add('call', { kind: 'follow-up', subject: { kind: 'customer', id: 'customer-1' as CustomerId } });
    expect(tasks.listQueue(QUERY).rows).toEqual([
      expect.objectContaining({ orderNo: null, customerNick: '小李爱购物', orderStatus: null }),
    ]);
  });
});

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
    expect(tasks.setOwner(id, 'agent-1' as AgentId, NOW)?.ownerId).toBe('agent-1');
    expect(tasks.complete(id, NOW)).toMatchObject({ state: 'done', reminderAtMs: null });
    expect(tasks.complete(id, NOW)).toBeUndefined();
    expect(tasks.snooze(id, { untilMs: NOW + 1, note: null, expiresAtMs: null }, NOW)).toBeUndefined();
    expect(tasks.setOwner(id, null, NOW)).toBeUndefined();
    const subject = aTask().subject;
    expect(tasks.cancelOpenForSubject(subject, { kind: 'chase', reason: '已放弃' }, NOW)).toEqual([]);
  });

  it('ends the tasks of one kind and returns what they were', () => {
    add('first', { state: 'snoozed', snoozedUntilMs: NOW + 1 });
    add('twice', { kind: 'duplicate' });
    const ended = tasks.cancelOpenForSubject(aTask().subject, { kind: 'chase', reason: '已放弃' }, NOW);
    expect(ended).toEqual([expect.objectContaining({ step: 'first', state: 'snoozed' })]);
    expect(tasks.get('first' as TaskId)).toMatchObject({ state: 'cancelled', cancelReason: '已放弃' });
    expect(tasks.get('twice' as TaskId)?.state).toBe('open');
  });

  it('gives the same id to the same task on every PC', () => {
    const wanted = aWantedTask({ dueAtMs: NOW });
    const { id } = tasks.insert(wanted, 'shop-1' as ShopId, NOW);
    expect(tasks.get(id)).toMatchObject({ ...wanted, state: 'open', reminderAtMs: NOW });
    expect(tasks.insert(wanted, 'shop-1' as ShopId, NOW).id).toBe(id);
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
    expect(tasks.listForOrder('order-1' as OrderId).map((task) => task.step)).toEqual(['first', 'later']);
    expect([...tasks.listForOrders(['order-1' as OrderId]).keys()]).toEqual(['order-1']);
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

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../../electron/kernel/tasks/queue.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { AgentId, CustomerId, OrderId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import { TASK_KINDS, type Task, toTask } from '../../../../shared/domain/tasks/task.ts';
import { QUEUE_BUCKETS, type QueueBucket } from '../../../../shared/ipc/contract/task-contract.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import {
  createMemoryStore,
  insertAgent,
  insertCustomer,
  insertItem,
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
    const counts = queue.count({ ...QUERY, bucket: 'all' }, NOW);
    expect(counts.byBucket).toEqual({ now: 1, soon: 1, today: 4, all: 6, snoozed: 1, missed: 1 });
    expect(counts.byKind).toMatchObject({ chase: 6, duplicate: 0 });
    expect(Object.keys(counts.byKind)).toEqual(TASK_KINDS);
  });

  it('counts the money of an order once, however many steps it has before it', () => {
    insertOrder(db, { id: 'order-2' as OrderId, no: '42' });
    const subject = { kind: 'order', id: 'order-2' as OrderId } as const;
    add('another order', { subject, amountAtRiskFen: 500 });
    add('and asked about twice', { subject, kind: 'duplicate', amountAtRiskFen: 500 });
    const amountOf = (query: Partial<QueueQuery>) =>
      queue.count({ ...QUERY, bucket: 'all', ...query }, NOW).amountAtRiskFen;
    // The six others are matters of their own.
    expect(amountOf({})).toBe(60_500);
    expect(amountOf({ kind: 'duplicate' })).toBe(500);
    expect(amountOf({ bucket: 'snoozed' })).toBe(10_000);
  });

  it('counts the same as it lists, page by page', () => {
    for (const bucket of QUEUE_BUCKETS) {
      const first = queue.page({ ...QUERY, bucket, limit: 1 });
      expect(first.total).toBe(queue.page({ ...QUERY, bucket }).rows.length);
      expect(listed({ bucket, offset: 1 })).toEqual(listed({ bucket }).slice(1));
    }
  });
});

describe('X1: one card for each matter', () => {
  const subject = { kind: 'order', id: 'order-2' as OrderId } as const;

  beforeEach(() => {
    insertOrder(db, { id: 'order-2' as OrderId, no: '42' });
    add('chase', { subject, dueAtMs: NOW - HOUR, amountAtRiskFen: 500 });
    add('bargain', { subject, kind: 'concession', dueAtMs: NOW - DAY, amountAtRiskFen: 700 });
    add('much later', { subject, kind: 'dispute', dueAtMs: NOW + DAY });
    add('other', { dueAtMs: NOW - MINUTE, amountAtRiskFen: 600 });
  });

  it('shows its most urgent task, and what else is to do', () => {
    const [card] = queue.page(QUERY).rows;
    expect(card?.task.step).toBe('bargain');
    expect(card?.alsoToDo.map(({ step }) => step)).toEqual(['chase', 'much later']);
    expect(listed()).toEqual(['bargain', 'other']);
  });

  it('shows the task that the filter asks for', () => {
    expect(listed({ kind: 'chase' })).toEqual(['chase', 'other']);
    expect(listed({ bucket: 'all', kind: 'dispute' })).toEqual(['much later']);
  });

  it('counts cards, and the money of each once', () => {
    const counts = queue.count(QUERY, NOW);
    expect(counts.byBucket).toMatchObject({ now: 2, all: 2 });
    expect(counts.byKind).toMatchObject({ chase: 2, concession: 1 });
    expect(counts.amountAtRiskFen).toBe(1300);
    expect(queue.page({ ...QUERY, limit: 1 }).total).toBe(2);
  });

  it('holds tasks of no shop', () => {
    add('typing exam', {
      kind: 'follow-up',
      shopId: null,
      subject: { kind: 'agent', id: 'agent-1' as AgentId },
    });
    const card = queue.page(QUERY).rows.find(({ task }) => task.step === 'typing exam');
    expect(card).toMatchObject({ shopName: null, summary: { title: '小王', customerNick: null } });
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
    expect(queue.count({ ...QUERY, text: '运动' }, NOW).byBucket.now).toBe(1);
  });

  it('shows with each task what a row needs', () => {
    add('first', { ownerId: 'agent-1' as AgentId });
    expect(queue.page(QUERY).rows).toEqual([
      {
        task: expect.objectContaining({ step: 'first', advice: { kind: 'recommended' } }),
        amountFen: 10_000,
        alsoToDo: [],
        summary: {
          ref: { kind: 'order', id: 'order-1' },
          title: '3141592653589793',
          customerNick: '小李爱购物',
          detail: '纯棉短袖T恤',
          status: '待付款',
          orderId: 'order-1',
        },
        shopName: '测试店铺',
        ownerName: '小王',
      },
    ]);
  });

  it('shows tasks about a customer as well', () => {
    add('call', { kind: 'follow-up', subject: { kind: 'customer', id: 'customer-1' as CustomerId } });
    expect(queue.page(QUERY).rows.map(({ summary }) => summary)).toEqual([
      expect.objectContaining({ title: '小李爱购物', customerNick: '小李爱购物', orderId: null }),
    ]);
    expect(listed({ text: '爱购' })).toEqual(['call']);
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

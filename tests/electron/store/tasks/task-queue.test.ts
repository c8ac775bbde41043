import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../../electron/kernel/tasks/queue.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { AgentId, CustomerId, OrderId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import { QUEUE_SORTS, QUEUE_TABS, type QueueTab } from '../../../../shared/domain/tasks/queue-place.ts';
import { TASK_KINDS, type Task } from '../../../../shared/domain/tasks/task.ts';
import type { QueueBucket, QueueCounts } from '../../../../shared/ipc/contract/task-contract.ts';
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
import { aQueueQuery, aTask } from '../../../support/records/a-task.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 12:00');
const QUERY = aQueueQuery(NOW);
const ASKER = { agentId: null, nowMs: NOW };

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
    ['todo', ['overdue']],
    ['later', ['in an hour', 'snoozed', 'tonight', 'tomorrow']],
    ['all', ['overdue', 'missed', 'in an hour', 'snoozed', 'tonight', 'tomorrow']],
    ['missed', ['missed']],
  ])('shows in %s what belongs there', (bucket, expected) => {
    expect(listed({ bucket, sort: 'time' })).toEqual(expected);
  });

  it('counts what it shows', () => {
    const counts = queue.count({ ...QUERY, bucket: 'all' }, ASKER);
    expect(countsIn(counts)).toEqual({ todo: 1, later: 4, missed: 1 });
    expect(counts.byKind).toMatchObject({ chase: 6, duplicate: 0 });
    expect(Object.keys(counts.byKind)).toEqual(TASK_KINDS);
  });

  it('counts the money of an order once, however many steps it has before it', () => {
    insertOrder(db, { id: 'order-2' as OrderId, no: '42' });
    const subject = { kind: 'order', id: 'order-2' as OrderId } as const;
    add('another order', { subject, amountAtRiskFen: 500 });
    add('and asked about twice', { subject, kind: 'duplicate', amountAtRiskFen: 500 });
    const moneyOf = (tab: QueueTab, query: Partial<QueueQuery> = {}) =>
      queue.count({ ...QUERY, ...query }, ASKER).byTab[tab].amountFen;
    expect(moneyOf('todo')).toBe(10_500);
    expect(moneyOf('todo', { kind: 'duplicate' })).toBe(500);
    expect(moneyOf('missed')).toBe(10_000);
  });

  it('counts the same as it lists, page by page and group by group', () => {
    for (const bucket of [...QUEUE_TABS, 'all'] as const) {
      const first = queue.page({ ...QUERY, bucket, limit: 1 });
      const whole = queue.page({ ...QUERY, bucket });
      expect(first.total).toBe(whole.rows.length);
      expect(first.byGroup).toEqual(whole.byGroup);
      expect(listed({ bucket, offset: 1 })).toEqual(listed({ bucket }).slice(1));
    }
  });
});

/** The tabs that have something in them. */
const countsIn = ({ byTab }: QueueCounts) =>
  Object.fromEntries(
    Object.entries(byTab)
      .filter(([, { count }]) => count > 0)
      .map(([tab, { count }]) => [tab, count]),
  );

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
    const counts = queue.count(QUERY, ASKER);
    expect(counts.byTab.todo).toEqual({ count: 2, amountFen: 10_600 });
    expect(counts.byKind).toMatchObject({ chase: 2, concession: 1 });
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

describe('X1, using-it.md B7: ranked by money and by the time until the end that matters', () => {
  beforeEach(() => {
    add('closes tonight, dear', { endsAtMs: NOW + 8 * HOUR, amountAtRiskFen: 90_000 });
    add('closes tonight, cheap', { endsAtMs: NOW + 8 * HOUR, amountAtRiskFen: 100 });
    add('closes in half an hour', { endsAtMs: NOW + 30 * MINUTE, amountAtRiskFen: 100 });
    add('refund of next week', { kind: 'refund', endsAtMs: NOW + 7 * DAY, amountAtRiskFen: 500_000 });
    add('refund of this hour', { kind: 'refund', endsAtMs: NOW + 50 * MINUTE, amountAtRiskFen: 50_000 });
    add('no end, long due', { dueAtMs: NOW - DAY });
    add('no end', {});
    add('better left', {
      endsAtMs: NOW + MINUTE,
      amountAtRiskFen: 900_000,
      advice: { kind: 'advised-against', reason: '已付款' },
    });
  });

  it('puts the most urgent first, of whatever kind, and last what is better left', () => {
    expect(listed()).toEqual([
      'refund of this hour',
      'closes in half an hour',
      'closes tonight, dear',
      'closes tonight, cheap',
      'refund of next week',
      'no end, long due',
      'no end',
      'better left',
    ]);
    expect(queue.page(QUERY).byGroup).toEqual({ hour: 2, today: 2, later: 1, endless: 2, against: 1 });
  });

  it('puts the longest overdue or the money first on demand, and still last what is better left', () => {
    expect(listed({ sort: 'time' })[0]).toBe('no end, long due');
    expect(listed({ sort: 'money' }).slice(0, 2)).toEqual(['refund of next week', 'closes tonight, dear']);
    for (const sort of QUEUE_SORTS) expect(listed({ sort }).at(-1)).toBe('better left');
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
    expect(queue.count({ ...QUERY, text: '运动' }, ASKER).byTab.todo.count).toBe(1);
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
        giverName: null,
        group: 'endless',
        endsAtMs: null,
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

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '../../../../electron/kernel/tasks/queue.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { AgentId, CustomerId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import { QUEUE_TABS } from '../../../../shared/domain/tasks/queue-place.ts';
import type { Task } from '../../../../shared/domain/tasks/task.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import {
  createMemoryStore,
  insertAgent,
  insertCustomer,
  insertOrder,
  insertShop,
} from '../../../support/memory-store.ts';
import { queueOver } from '../../../support/queue-over.ts';
import { aQueueQuery, aTask } from '../../../support/records/a-task.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 12:00');
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

describe('using-it.md C10: tabs of which each matter is in one', () => {
  const ME = 'agent-1' as AgentId;
  const OTHER = 'agent-2' as AgentId;
  const tabsOf = (agentId: AgentId | null) =>
    Object.fromEntries(
      QUEUE_TABS.map((bucket) => [bucket, listed({ bucket, agentId, sort: 'time' })]).filter(
        ([, steps]) => (steps?.length ?? 0) > 0,
      ),
    );

  beforeEach(() => {
    insertAgent(db, { id: OTHER, name: '小李' });
    add('due');
    add('agreed', { dueAtMs: NOW + HOUR, isPromise: true });
    add('agreed, and due', { isPromise: true });
    add('to come', { dueAtMs: NOW + HOUR });
    add('taken by me', { ownerId: ME });
    add('given to me for later', { dueAtMs: NOW + HOUR, ownerId: ME, givenById: OTHER });
    add('given away', { ownerId: OTHER, givenById: ME });
    add('given away, and missed', { ownerId: OTHER, dueAtMs: NOW - HOUR, expiresAtMs: NOW });
  });

  it('tells what can be done, what a colleague gave, what was promised, what comes later and what is others’', () => {
    expect(tabsOf(ME)).toEqual({
      todo: ['due', 'agreed, and due', 'taken by me'],
      given: ['given to me for later'],
      promised: ['agreed'],
      later: ['to come'],
      colleagues: ['given away'],
      missed: ['given away, and missed'],
    });
  });

  it('B8: shows the one who got it what the giver no longer has before them', () => {
    expect(tabsOf(OTHER)).toMatchObject({
      given: ['given away'],
      colleagues: ['taken by me', 'given to me for later'],
    });
  });

  it('hides nothing where nobody has signed in', () => {
    expect(tabsOf(null)).toMatchObject({ todo: ['due', 'agreed, and due', 'taken by me', 'given away'] });
  });

  it('puts an order with a step to do and one that was missed among what can be done', () => {
    add('late step', { matter: 'due', dueAtMs: NOW - HOUR, expiresAtMs: NOW });
    expect(listed({ bucket: 'missed' })).toEqual(['given away, and missed']);
    expect(listed({ bucket: 'todo', sort: 'time' })).toContain('due');
  });

  it('adds up: whatever there is stands in one tab, with its money once, in all filters', () => {
    const instant = fc.integer({ min: -2, max: 2 }).map((hours) => NOW + hours * HOUR);
    const some = fc.record({
      matter: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      dueAtMs: instant,
      expiresAtMs: fc.option(instant),
      endsAtMs: fc.option(instant),
      ownerId: fc.constantFrom(null, ME, OTHER),
      givenById: fc.constantFrom(null, OTHER),
      isPromise: fc.boolean(),
      kind: fc.constantFrom('chase', 'follow-up'),
      amountAtRiskFen: fc.integer({ min: 0, max: 100_000 }),
      advice: fc.constantFrom(null, { kind: 'advised-against', reason: '已付款' } as const),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (all) => {
        db.exec('DELETE FROM tasks');
        for (const [index, one] of all.entries()) add(`t${index}`, one);
        for (const kind of [null, 'chase'] as const) {
          const counts = queue.count({ ...QUERY, kind }, { agentId: ME, nowMs: NOW });
          const pages = QUEUE_TABS.map((bucket) => queue.page({ ...QUERY, kind, bucket, agentId: ME }));
          expect(pages.map(({ total }) => total)).toEqual(QUEUE_TABS.map((tab) => counts.byTab[tab].count));
          expect(pages.map(({ rows }) => rows.reduce((sum, { amountFen }) => sum + amountFen, 0))).toEqual(
            QUEUE_TABS.map((tab) => counts.byTab[tab].amountFen),
          );
          const matters = pages.flatMap(({ rows }) => rows.map(({ task }) => task.matter));
          const asked = all.filter((one) => kind === null || one.kind === kind);
          expect(matters.toSorted()).toEqual([...new Set(asked.map(({ matter }) => matter))].toSorted());
        }
      }),
    );
  });
});

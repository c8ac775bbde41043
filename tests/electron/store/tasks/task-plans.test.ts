import { describe, expect, it } from 'vitest';
import type { Queue } from '../../../../electron/kernel/tasks/queue.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createDoneTasks } from '../../../../electron/store/tasks/done-tasks.ts';
import type { QueueQuery } from '../../../../electron/store/tasks/task-queue.ts';
import { createTaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { AgentId, OrderId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import { QUEUE_SORTS, QUEUE_TABS } from '../../../../shared/domain/tasks/queue-place.ts';
import { insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { queueOver } from '../../../support/queue-over.ts';
import { aQueueQuery, aTask } from '../../../support/records/a-task.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 12:00');
const QUERY = aQueueQuery(NOW);
const ASKER = { agentId: 'agent-1' as AgentId, nowMs: NOW };

/** A store like one in use: most orders are settled, a few hundred tasks are to do. */
function fill(filled: WritableDb): void {
  insertShop(filled);
  const store = createTaskStore(filled);
  for (let index = 0; index < 300; index += 1) {
    const id = `order-${index}` as OrderId;
    insertOrder(filled, { id, no: String(index) });
    const state = index % 10 === 0 ? 'open' : 'done';
    const reminderAtMs = index % 20 === 0 ? index : null;
    store.save(aTask({ id: `t-${index}` as TaskId, subject: { kind: 'order', id }, state, reminderAtMs }));
  }
}

const analyzed = (filled: WritableDb) => {
  fill(filled);
  filled.exec('ANALYZE');
};

/** Every way to ask: the statements must not depend on it. */
const EVERY_SHAPE: QueueQuery[] = [...QUEUE_TABS, 'all' as const].flatMap((bucket) =>
  [null, 'shop-1' as ShopId].flatMap((shopId) =>
    [null, 'chase' as const].flatMap((kind) =>
      [null, 'unowned' as const, 'agent-1' as AgentId].flatMap((owner) =>
        ['', '3'].map((text) => ({ ...QUERY, bucket, shopId, kind, owner, text, limit: 1 })),
      ),
    ),
  ),
);

describe.each([
  ['without statistics', fill],
  ['with statistics', analyzed],
])('X1, X2: plans %s', (_name, prepare) => {
  const queuePlans = (run: (queue: Queue) => unknown) => plansOf((each) => run(queueOver(each)), prepare);

  it('reads what a timer asks for from the index of reminders', () => {
    const due = plansOf((each) => createTaskStore(each).listToRemind(NOW), prepare);
    const next = plansOf((each) => createTaskStore(each).nextReminderAtMs(), prepare);
    expect([...due, ...next]).toEqual([
      expect.stringContaining('USING INDEX tasks_by_reminder'),
      expect.stringContaining('USING INDEX tasks_by_reminder'),
    ]);
    expect([...due, ...next].join()).not.toContain('USE TEMP B-TREE');
  });

  it('finds what a clock that was set back owes again among the tasks that are still to come', () => {
    expect(plansOf((each) => createTaskStore(each).oweAgain(NOW), prepare)).toEqual([
      expect.stringMatching(/SEARCH tasks USING INDEX tasks_by_attention \(attention_at_ms>\?\)/),
    ]);
  });

  const FROM_INDEX = /SCAN t USING COVERING INDEX tasks_by_matter/;

  it('reads all that the queue is ranked by from one index, once', () => {
    const plans = queuePlans((queue) => {
      queue.count(QUERY, ASKER);
      queue.count(QUERY, ASKER);
      for (const sort of QUEUE_SORTS) queue.page({ ...QUERY, sort });
    });
    expect(plans.filter((plan) => FROM_INDEX.test(plan))).toHaveLength(1);
  });

  it('reads the cards of a page by their place, and what else is to do by the matter', () => {
    const [, cards = '', others = ''] = queuePlans((queue) => queue.page(QUERY)).filter((plan) =>
      /\bt USING/.test(plan),
    );
    expect(cards).toContain('SEARCH t USING INTEGER PRIMARY KEY (rowid=?)');
    expect(others).toContain('tasks_by_matter (matter=?');
    // A handful of shops may be read whole.
    for (const plan of [cards, others]) expect(plan).not.toMatch(/SCAN (?!page\b|s\b)/);
  });

  it('after a write reads the tasks that were written, and no others', () => {
    const plans = plansOf((each) => {
      const queue = queueOver(each);
      queue.count(QUERY, ASKER);
      each.exec("UPDATE tasks SET owner_id = NULL WHERE id = 't-0'");
      queue.count(QUERY, ASKER);
    }, prepare);
    expect(plans.filter((plan) => FROM_INDEX.test(plan))).toHaveLength(1);
    expect(plans.join()).toMatch(/SEARCH t USING INTEGER PRIMARY KEY \(rowid=\?\)/);
  });

  it('reads the tasks that are to do and no others, whatever is asked for', () => {
    const statements = queuePlans((queue) => {
      for (const query of EVERY_SHAPE) {
        queue.count(query, ASKER);
        for (const sort of QUEUE_SORTS) queue.page({ ...query, sort });
      }
    }).filter((plan) => /\bt USING/.test(plan));
    expect(statements.length).toBeGreaterThan(EVERY_SHAPE.length);
    for (const plan of statements)
      expect(plan).toMatch(/\bt USING ((COVERING )?INDEX tasks_by_matter|INTEGER PRIMARY KEY)/);
  });

  it('counts what was done by the decisions of the day', () => {
    const query = { agentId: 'agent-1' as AgentId, fromMs: NOW, shopId: null };
    expect(plansOf((each) => createDoneTasks(each).countSince(query), prepare)).toEqual([
      expect.stringMatching(
        /SEARCH a USING INDEX activities_by_kind \(kind=\? AND at_ms>\?\)\nSEARCH t USING INDEX \w+ \(id=\?\)/,
      ),
    ]);
  });

  it('reads the tasks of an order by its id', () => {
    const plans = plansOf(
      (each) => createTaskStore(each).listToDo({ kind: 'order', id: 'order-1' as OrderId }),
      prepare,
    );
    expect(plans).toEqual([expect.stringContaining('SEARCH tasks USING INDEX tasks_by_subject')]);
  });
});

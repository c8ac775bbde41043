import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSubjects } from '../../../../electron/kernel/subjects/subjects.ts';
import { createStores, createSubjectModules } from '../../../../electron/modules.ts';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { createOrderStore } from '../../../../electron/store/orders/order-store.ts';
import { createRankedTasks } from '../../../../electron/store/tasks/ranked-tasks.ts';
import { createTaskSearch } from '../../../../electron/store/tasks/task-search.ts';
import { createTaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { CustomerId, OrderId, TaskId } from '../../../../shared/domain/ids.ts';
import {
  createStoreFile,
  insertCustomer,
  insertItem,
  insertOrder,
  insertShop,
} from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aTask } from '../../../support/records/a-task.ts';

/** The same search written plainly and slowly: it looks up every task to do at every keystroke. */
const MEANT_SQL = /* sql */ `
  SELECT t.rowid FROM tasks t LEFT JOIN orders o ON t.subject_kind = 'order' AND o.id = t.subject_id
  WHERE t.state IN ('open', 'snoozed') AND (instr(o.no, @text) = 1
    OR instr(coalesce(o.customer_nick, (SELECT c.nick FROM customers c
      WHERE c.id = iif(t.subject_kind = 'order', o.customer_id, t.subject_id))), @text) > 0
    OR (t.subject_kind = 'customer' AND EXISTS (SELECT 1 FROM customers c
      WHERE c.id = t.subject_id AND instr(coalesce(c.display_name, ''), @text) > 0))
    OR instr(o.item_title, @text) > 0 OR (o.item_title IS NULL
      AND EXISTS (SELECT 1 FROM order_items i WHERE i.order_id = o.id AND instr(i.title, @text) > 0)))`;

const searchOver = (db: WritableDb) =>
  createTaskSearch(
    db,
    createRankedTasks(db),
    createSubjects(createSubjectModules(createStores(db))).wordSources,
  );

const customerOf = (index: number) => `customer-${index}` as CustomerId;
const orderOf = (index: number) => `order-${index}` as OrderId;

let folder: string;
let app: WritableDb;
let importing: WritableDb;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-search-'));
  app = createStoreFile(join(folder, 'xiaoer.db'));
  importing = openDatabase(join(folder, 'xiaoer.db'), { busyTimeoutMs: 1 });
  insertShop(app);
  for (const index of [0, 1]) insertCustomer(app, { id: customerOf(index), nick: `n${index}` });
});

afterEach(() => {
  app.close();
  importing.close();
  rmSync(folder, { recursive: true });
});

const someWords = fc.string({ unit: fc.constantFrom('3', '4', '山', '间', 'a'), maxLength: 4 });
const someText = someWords.filter((text) => text !== '');
const oneOf = fc.nat(1);
const whoWrites = fc.constantFrom('app', 'importing');

type Step =
  | {
      who: 'app' | 'importing';
      write: 'order';
      index: number;
      no: string;
      nick: string | null;
      title: string | null;
    }
  | { who: 'app' | 'importing'; write: 'item' | 'customer' | 'removal'; index: number; words: string }
  | { who: 'app' | 'importing'; write: 'task'; index: number; isAboutOrder: boolean; isToDo: boolean }
  | { transaction: 'BEGIN' | 'COMMIT' | 'ROLLBACK' }
  | { learns: 'begin' | 'go on' }
  | { typed: string };

const someStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      who: whoWrites,
      write: fc.constant('order' as const),
      index: oneOf,
      no: someText,
      nick: fc.option(someWords, { freq: 1 }),
      title: fc.option(someWords, { freq: 1 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      who: whoWrites,
      write: fc.constantFrom('item', 'item', 'customer', 'removal'),
      index: oneOf,
      words: someWords,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      who: whoWrites,
      write: fc.constant('task' as const),
      index: oneOf,
      isAboutOrder: fc.boolean(),
      isToDo: fc.boolean(),
    }),
  },
  fc.record({ learns: fc.constantFrom('begin', 'go on') }),
  fc.record({ transaction: fc.constantFrom('BEGIN', 'COMMIT', 'ROLLBACK') }),
  { weight: 6, arbitrary: fc.record({ typed: someText }) },
);

function write(db: WritableDb, step: Extract<Step, { who: unknown }>): void {
  const { index } = step;
  switch (step.write) {
    case 'order':
      insertOrder(db, {
        id: orderOf(index),
        no: `${step.no}-${index}`,
        customerId: customerOf(index % 2),
        customerNick: step.nick,
        itemTitle: step.title,
      });
      break;
    case 'item':
      if (!createOrderStore(db).get(orderOf(index))) break;
      db.prepare('DELETE FROM order_items WHERE order_id = ?').run(orderOf(index));
      for (const title of [step.words, `a${step.words}`])
        insertItem(db, { orderId: orderOf(index), lineNo: `#${title}`, title });
      break;
    case 'customer':
      db.prepare('UPDATE customers SET nick = ? WHERE id = ?').run(
        `${step.words}n${index}`,
        customerOf(index),
      );
      break;
    case 'removal':
      db.prepare('DELETE FROM orders WHERE id = ?').run(orderOf(index));
      break;
    case 'task':
      createTaskStore(db).save(
        aTask({
          id: `task-${index}-${step.isAboutOrder}` as TaskId,
          subject: step.isAboutOrder
            ? { kind: 'order', id: orderOf(index) }
            : { kind: 'customer', id: customerOf(index) },
          state: step.isToDo ? 'open' : 'done',
        }),
      );
      break;
  }
}

describe('X1: what is remembered while a text is typed', () => {
  it('finds the same as a look at every order, even if another process writes between two keystrokes', () => {
    const { find: search, learnWords } = searchOver(app);
    let learning = learnWords();
    const meant = app.prepare<[{ text: string }], number>(MEANT_SQL).pluck();
    /** Whether what was typed found what it should. */
    const play = (step: Step): boolean => {
      if ('typed' in step) {
        return isDeepStrictEqual(search(step.typed), new Set(meant.all({ text: step.typed })));
      }
      if ('learns' in step) {
        if (step.learns === 'begin') learning = learnWords();
        else learning.next();
      } else if ('transaction' in step) {
        if (app.inTransaction !== (step.transaction === 'BEGIN')) app.exec(step.transaction);
      } else if (step.who === 'app') write(app, step);
      // The store is the app’s until its transaction ends.
      else if (!app.inTransaction) write(importing, step);
      return true;
    };
    fc.assert(
      fc
        .property(fc.array(someStep, { minLength: 5, maxLength: 60 }), (steps) => {
          for (const step of steps) expect(play(step)).toBe(true);
        })
        .afterEach(() => void (app.inTransaction && app.exec('ROLLBACK'))),
      { numRuns: 100 },
    );
  });
});

describe('X1: an order that does not name its goods', () => {
  it('is found by what its items are called now', () => {
    fill(app);
    const { find: search } = searchOver(app);
    expect(search('T恤')).toEqual(new Set());
    insertItem(app, { orderId: orderOf(0), title: '短袖T恤' });
    expect(search('T恤')).not.toEqual(new Set());
  });
});

/** One order and one customer to whom something is to be done. */
function fill(db: WritableDb): void {
  insertOrder(db, { id: orderOf(0), customerNick: null, customerId: customerOf(0), itemTitle: null });
  const subjects = [
    { kind: 'order', id: orderOf(0) },
    { kind: 'customer', id: customerOf(0) },
  ] as const;
  for (const subject of subjects)
    createTaskStore(db).save(aTask({ id: `task-${subject.kind}` as TaskId, subject }));
}

function fillFromNothing(db: WritableDb): void {
  insertShop(db);
  insertCustomer(db, { id: customerOf(0) });
  fill(db);
}

describe('X1: the first keystroke', () => {
  it('looks every order, customer and item up by its id, and nothing that the order says itself', () => {
    const plans = plansOf((db) => searchOver(db).find('3'), fillFromNothing).join('\n');
    expect(plans).toContain('SCAN t USING COVERING INDEX tasks_by_matter');
    expect(plans).toMatch(/SEARCH o USING INDEX sqlite_autoindex_orders_1 \(id=\?\)/);
    expect(plans).toMatch(/SEARCH c USING INDEX sqlite_autoindex_customers_1 \(id=\?\)/);
    expect(plans).toMatch(/SEARCH i USING PRIMARY KEY \(order_id=\?\)/);
    expect(plans).not.toMatch(/SCAN [oci]\b/);
  });

  const lookUpsOf = (work: (search: (text: string) => ReadonlySet<number>, db: WritableDb) => void) =>
    plansOf((db) => work(searchOver(db).find, db), fillFromNothing).filter((plan) =>
      plan.includes('SEARCH o '),
    ).length;

  it('is the only one that looks orders up, for the page and for the counts', () => {
    const lookUps = lookUpsOf((search) => {
      for (const text of ['3', '3', '31', '314']) search(text);
    });
    expect(lookUps).toBe(1);
  });

  it('finds at hand what was learned a little at a time before it', () => {
    const learned = plansOf((db) => {
      const search = searchOver(db);
      expect([...search.learnWords()]).toHaveLength(2);
      search.find('3');
      expect([...search.learnWords()]).toEqual([]);
    }, fillFromNothing);
    expect(learned.filter((plan) => plan.includes('SEARCH o '))).toHaveLength(1);
  });

  it('never looks up more than 500 orders at once when it learns ahead', () => {
    const tasks = createTaskStore(app);
    app.exec('BEGIN');
    for (let index = 0; index < 1001; index++) {
      const { id } = insertOrder(app, { id: orderOf(index), no: String(index) });
      tasks.save(aTask({ id: `task-${index}` as TaskId, subject: { kind: 'order', id } }));
    }
    app.exec('COMMIT');
    expect([...searchOver(app).learnWords()]).toHaveLength(3);
  });

  it('looks up only what is new when the agent has settled a task or made one', () => {
    const lookUps = lookUpsOf((search, db) => {
      search('3');
      createTaskStore(db).save(aTask({ id: 'task-order' as TaskId, state: 'done' }));
      search('3');
      createTaskStore(db).save(aTask({ id: 'again' as TaskId, subject: { kind: 'order', id: orderOf(0) } }));
      search('3');
    });
    expect(lookUps).toBe(1);
  });
});

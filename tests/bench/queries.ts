import { type Core, createCore } from '../../electron/core.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import type { CustomerId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import { QUEUE_BUCKETS } from '../../shared/ipc/contract/task-contract.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { BENCH_NOW_MS, nickOf, SEED } from './data/invented.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Budget, type Figure, toFigure, within } from './support/figures.ts';
import { createStatementFinder, type Statement } from './support/main-statement.ts';
import { measureManyKinds } from './support/many-kinds.ts';
import { measurePair } from './support/measure.ts';
import { below, createRandom, pick, type Random } from './support/random.ts';

type Options = {
  readonly orders: readonly number[];
  readonly scripts: number;
  readonly rounds: number;
  /** To do, of forty kinds. */
  readonly tasks: number;
};

/** The parameters of one question, drawn before it is measured. */
type Question = (core: Core) => unknown;
type Query = {
  readonly id: string;
  readonly what: string;
  readonly budget: Budget;
  /** In the order in which an agent would ask them. */
  readonly questions: readonly Question[];
};

type Subjects = {
  readonly orderIds: readonly OrderId[];
  readonly customerIds: readonly CustomerId[];
  readonly orderNos: readonly string[];
  readonly shopId: ShopId;
};

/** Orders at even distances over the whole store, and the buyer with the most of them. */
function drawSubjects(core: Core, count: number): Subjects {
  const step = Math.max(1, Math.floor(count / 400));
  const rows = core.db
    .prepare<[number], { id: OrderId; no: string; customer_id: CustomerId; shop_id: ShopId }>(
      'SELECT id, no, customer_id, shop_id FROM orders WHERE rowid % ? = 0',
    )
    .all(step);
  const toDo = core.db
    .prepare<[], { id: OrderId }>(`SELECT subject_id AS id FROM tasks WHERE state = 'open' LIMIT 200`)
    .all();
  const [first] = rows;
  if (!first) throw new Error('The store is empty');
  return {
    orderIds: [...toDo.map(({ id }) => id), ...rows.map(({ id }) => id)],
    customerIds: rows.map((row) => row.customer_id),
    orderNos: rows.map(({ no }) => no),
    shopId: first.shop_id,
  };
}

const ask = (rounds: number, draw: (round: number) => Question): Question[] =>
  Array.from({ length: rounds }, (_, round) => draw(round));

/** Every keystroke of a text that is typed from its beginning. */
const keystrokes = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at + 1));

function workbenchQueries(subjects: Subjects, random: Random, rounds: number): Query[] {
  const filter = () => ({
    bucket: pick(random, QUEUE_BUCKETS),
    shopId: pick(random, [null, subjects.shopId]),
    kind: pick(random, [null, 'chase'] as const),
    owner: null,
    text: '',
  });
  const budget = within(10);
  return [
    {
      id: 'queue-page',
      what: 'queue page',
      budget,
      questions: ask(rounds, () => {
        const query = {
          ...filter(),
          sort: pick(random, ['time', 'money'] as const),
          offset: 100 * below(random, 5),
          limit: 100,
          nowMs: BENCH_NOW_MS,
        };
        return ({ queue }) => queue.page(query);
      }),
    },
    {
      id: 'queue-counts',
      what: 'queue counts',
      budget,
      questions: ask(rounds, () => {
        const asked = filter();
        return ({ queue }) => queue.count(asked, BENCH_NOW_MS);
      }),
    },
    {
      id: 'order-panel',
      what: 'order panel: detail and timeline',
      budget,
      questions: ask(rounds, () => {
        const id = pick(random, subjects.orderIds);
        return ({ orderView, stores }) => [
          orderView.detail(id, BENCH_NOW_MS),
          stores.activities.timeline({ kind: 'order', id }, { limit: 100 }),
        ];
      }),
    },
    {
      id: 'customer-card',
      what: 'customer card',
      budget,
      questions: ask(rounds, () => {
        const id = pick(random, subjects.customerIds);
        return ({ stores: { customers } }) => [
          customers.get(id),
          customers.history(id),
          customers.recentOrders(id, 0),
          customers.lastOrders(id),
        ];
      }),
    },
  ];
}

function searchQueries(subjects: Subjects, random: Random, rounds: number): Query[] {
  const typed = [
    ...subjects.orderNos.filter((_, index) => index % 40 === 0).map((no) => no.slice(0, 16)),
    nickOf(12).slice(0, 7),
    nickOf(0),
  ].flatMap(keystrokes);
  const budget = within(50);
  const filter = () => ({
    shopId: pick(random, [null, subjects.shopId]),
    status: pick(random, [null, 'unpaid', 'completed', 'closed'] as const),
    sort: pick(random, ['newest', 'oldest', 'amount'] as const),
  });
  return [
    {
      id: 'orders-page',
      what: 'orders list page',
      budget,
      questions: ask(rounds, () => {
        const query = { ...filter(), text: '', offset: 100 * below(random, 10), limit: 100 };
        return ({ stores }) => stores.orderList.page(query);
      }),
    },
    {
      id: 'orders-search',
      what: 'orders list, per keystroke',
      budget,
      questions: ask(rounds, (round) => {
        const query = { ...filter(), text: typed[round % typed.length] ?? '', offset: 0, limit: 100 };
        return ({ stores }) => stores.orderList.page(query);
      }),
    },
    {
      id: 'find',
      what: 'search box (Ctrl+K), per keystroke',
      budget,
      questions: ask(rounds, (round) => {
        const text = typed[round % typed.length] ?? '';
        const query = { shopId: null, status: null, text, sort: 'newest', offset: 0, limit: 20 } as const;
        return ({ stores }) => stores.orderList.page(query);
      }),
    },
    {
      id: 'queue-search',
      what: 'queue search, per keystroke',
      budget,
      questions: ask(rounds, (round) => {
        const text = typed[round % typed.length] ?? '';
        const query = { bucket: 'all', shopId: null, kind: null, owner: null, text } as const;
        return ({ queue }) =>
          queue.page({ ...query, sort: 'time', offset: 0, limit: 100, nowMs: BENCH_NOW_MS });
      }),
    },
  ];
}

function measureStore(orders: number, { scripts, rounds }: Options): Figure[] {
  const path = copyOfStore(storeWith({ orders, scripts }), 'queries');
  const db = openDatabase(path);
  const finder = createStatementFinder(path);
  const clock = createFakeClock(BENCH_NOW_MS);
  const core = createCore({ db, clock });
  const watched = createCore({ db: finder.watched, clock });
  const random = createRandom(SEED);
  const subjects = drawSubjects(core, orders);
  const queries = [...workbenchQueries(subjects, random, rounds), ...searchQueries(subjects, random, rounds)];
  const figures = queries.map(({ questions, ...query }) => {
    const references: Statement[] = questions.map((question) =>
      finder.mainStatement(() => question(watched)),
    );
    const pair = measurePair({
      rounds,
      subject: (round) => questions[round]?.(core),
      reference: (round) => references[round]?.run(),
    });
    return toFigure({ ...query, ...pair, unit: 'ms', rows: orders, against: 'its main statement alone' });
  });
  finder.close();
  db.close();
  return figures;
}

export function benchQueries(options: Options): Figure[] {
  return [
    ...options.orders.flatMap((orders) => measureStore(orders, options)),
    measureManyKinds(options.tasks, options.rounds),
  ];
}

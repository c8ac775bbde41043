import { type Core, createCore } from '../../electron/core.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import type { CustomerId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import { EVERY_ORDER } from '../../shared/domain/orders/order-list.ts';
import { QUEUE_SORTS, QUEUE_TABS } from '../../shared/domain/tasks/queue-place.ts';
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

/** Without an agent all tasks are looked at. */
const NOBODY = { agentId: null, nowMs: BENCH_NOW_MS } as const;

const ask = (rounds: number, draw: (round: number) => Question): Question[] =>
  Array.from({ length: rounds }, (_, round) => draw(round));

/** Every keystroke of a text that is typed from its beginning. */
const keystrokes = (text: string): string[] => Array.from(text, (_, at) => text.slice(0, at + 1));

function workbenchQueries(subjects: Subjects, random: Random, rounds: number): Query[] {
  const filter = () => ({
    bucket: pick(random, QUEUE_TABS),
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
          sort: pick(random, QUEUE_SORTS),
          offset: 100 * below(random, 5),
          limit: 100,
          ...NOBODY,
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
        return ({ queue }) => queue.count(asked, NOBODY);
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

/** By a part of a nick, its initials, the receiver, a phone, a product, an amount and the tail of a parcel. */
const SAID_OF_ORDERS = ['不加冰12', 'sljn', '林小满', '13900000002', '保温杯', '169.00', '00012345'];

/** The app reads these a little at a time before the first search. */
function readWords({ stores }: Core): void {
  const words = stores.orderList.learnWords();
  while (words.next().done !== true);
}

function searchQueries(subjects: Subjects, random: Random, rounds: number): Query[] {
  const typed = [
    ...subjects.orderNos.filter((_, index) => index % 40 === 0).map((no) => no.slice(0, 16)),
    nickOf(12).slice(0, 7),
    nickOf(0),
    ...subjects.orderNos.filter((_, index) => index % 40 === 1).map((no) => no.slice(-6)),
    ...SAID_OF_ORDERS,
  ].flatMap(keystrokes);
  const budget = within(50);
  const filter = () => ({
    ...EVERY_ORDER,
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
        const query = { ...filter(), offset: 100 * below(random, 10), limit: 100 };
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
      budget: within(30),
      questions: ask(rounds, (round) => {
        const text = typed[round % typed.length] ?? '';
        return ({ stores }) => stores.orderList.find(text, 20);
      }),
    },
    {
      id: 'parcels-tail',
      what: 'parcel look-up by tail',
      budget: within(30),
      questions: ask(rounds, (round) => {
        const tail = String(below(random, 10_000)).padStart(4, '0');
        // Every tenth is the end of the phone that all orders have.
        const text = round % 10 === 0 ? '0002' : tail;
        return ({ findParcels }) => findParcels(text);
      }),
    },
    {
      id: 'queue-search',
      what: 'queue search, per keystroke',
      budget,
      questions: ask(rounds, (round) => {
        const text = typed[round % typed.length] ?? '';
        const query = { bucket: 'all', shopId: null, kind: null, owner: null, text } as const;
        return ({ queue }) => queue.page({ ...query, sort: 'urgency', offset: 0, limit: 100, ...NOBODY });
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
  readWords(core);
  readWords(watched);
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

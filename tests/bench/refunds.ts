import { type Core, createCore } from '../../electron/core.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { buildAppIfStale } from '../../scripts/lib/build-app.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import type { RefundId } from '../../shared/domain/refunds/refund.ts';
import { QUEUE_TABS } from '../../shared/domain/tasks/queue-place.ts';
import { REFUND_PLACES, REFUND_SORTS } from '../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { BENCH_NOW_MS, SEED } from './data/invented.ts';
import { makeRefundExport } from './data/make-refund-export.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Budget, type Figure, toFigure, within } from './support/figures.ts';
import { importBare } from './support/import-bare.ts';
import { createStatementFinder } from './support/main-statement.ts';
import { measurePair, spreadOf, timeMs, timeMsAsync } from './support/measure.ts';
import { below, createRandom, pick } from './support/random.ts';
import { sha256Of } from './support/sha256-of.ts';
import { importFile } from './support/start-import.ts';

type Options = {
  readonly orders: number;
  readonly scripts: number;
  readonly refunds: number;
  /** Of one file. */
  readonly importRows: number;
  readonly rounds: number;
  /** In the thread of the built app. */
  readonly isBuilt: boolean;
};

type Question = (core: Core) => unknown;

/** Files of new refunds, one after the other, until all are there; the last is what is left. */
async function importRefunds(path: string, options: Options): Promise<Figure> {
  const { orders, refunds, importRows, isBuilt } = options;
  const [oursMs, bareMs]: [number[], number[]] = [[], []];
  for (let from = 0; from < refunds; from += importRows) {
    const pair = makeRefundExport({ orders, refunds }, [from, Math.min(refunds, from + importRows)]);
    const work = {
      kind: 'commit',
      path: pair.gb18030,
      sha256: await sha256Of(pair.gb18030),
      isBuilt,
    } as const;
    const spentMs = await timeMsAsync(() => importFile(path, work));
    if (from + importRows > refunds) break;
    oursMs.push(spentMs);
    bareMs.push(timeMs(() => importBare(pair)));
  }
  return toFigure({
    id: 'refunds-import',
    what: 'import refunds into a store of many orders',
    unit: 'ms',
    rows: importRows,
    against: 'sqlite3 .import, UTF-8, bare table',
    subject: spreadOf(oursMs),
    reference: spreadOf(bareMs),
    // As the day's file: two thousand rows within a second.
    budget: within(importRows / 2, 'p50'),
  });
}

type Query = {
  readonly id: string;
  readonly what: string;
  readonly budget: Budget;
  readonly draw: () => Question;
};

function queriesOn(core: Core): Query[] {
  const random = createRandom(SEED);
  const ids = core.db
    .prepare<[], { id: RefundId; refund_no: string }>(
      'SELECT id, refund_no FROM refunds ORDER BY id LIMIT 400',
    )
    .all();
  const orderIds = core.db
    .prepare<[], OrderId>(
      'SELECT o.id FROM refunds r JOIN orders o ON o.no = r.order_no ORDER BY r.id LIMIT 400',
    )
    .pluck()
    .all();
  const list = (text: string) => ({
    place: pick(random, REFUND_PLACES),
    shopId: null,
    type: null,
    text,
    sort: pick(random, REFUND_SORTS),
    offset: 100 * below(random, 3),
    limit: 100,
    nowMs: BENCH_NOW_MS,
  });
  return [
    {
      id: 'refunds-page',
      what: 'refunds list page',
      budget: within(50),
      draw: () => {
        const query = list('');
        return ({ refundList }) => refundList.page(query);
      },
    },
    {
      id: 'refunds-search',
      what: 'refunds list, per keystroke',
      budget: within(50),
      draw: () => {
        const { refund_no: no } = pick(random, ids);
        const query = list(no.slice(0, 1 + below(random, no.length)));
        return ({ refundList }) => refundList.page(query);
      },
    },
    {
      id: 'refund-panel',
      what: 'refund panel',
      budget: within(10),
      draw: () => {
        const { id } = pick(random, ids);
        return ({ refundView }) => refundView.detail(id, BENCH_NOW_MS);
      },
    },
    {
      id: 'refunds-order-panel',
      what: 'order panel of an order with refunds',
      budget: within(10),
      draw: () => {
        const id = pick(random, orderIds);
        return ({ orderView }) => orderView.detail(id, BENCH_NOW_MS);
      },
    },
    {
      id: 'refunds-queue-page',
      what: 'queue page with refunds',
      budget: within(10),
      draw: () => {
        const query = {
          bucket: pick(random, QUEUE_TABS),
          shopId: null,
          kind: null,
          owner: null,
          text: '',
          sort: 'urgency',
          offset: 0,
          limit: 100,
          agentId: null,
          nowMs: BENCH_NOW_MS,
        } as const;
        return ({ queue }) => queue.page(query);
      },
    },
  ];
}

/** Refunds beside many orders: their import, their list, their panel, and the queue that they share. */
export async function benchRefunds(options: Options): Promise<Figure[]> {
  const { orders, scripts, rounds, isBuilt } = options;
  if (isBuilt) await buildAppIfStale();
  const path = copyOfStore(storeWith({ orders, scripts }), 'refunds');
  const imported = await importRefunds(path, options);
  const db = openDatabase(path);
  const clock = createFakeClock(BENCH_NOW_MS);
  const core = createCore({ db, clock });
  const finder = createStatementFinder(path);
  const watched = createCore({ db: finder.watched, clock });
  const figures = queriesOn(core).map(({ draw, ...query }) => {
    const questions = Array.from({ length: rounds }, draw);
    const references = questions.map((question) => finder.mainStatement(() => question(watched)));
    const pair = measurePair({
      rounds,
      subject: (round) => questions[round]?.(core),
      reference: (round) => references[round]?.run(),
    });
    return toFigure({ ...query, ...pair, unit: 'ms', rows: orders, against: 'its main statement alone' });
  });
  finder.close();
  db.close();
  return [imported, ...figures];
}

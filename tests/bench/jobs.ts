import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createCore } from '../../electron/core.ts';
import { exportJob } from '../../electron/exports/export-jobs.ts';
import { valueOf } from '../../electron/kernel/jobs/outcome.ts';
import { refreshShopJob } from '../../electron/shops/refresh-shop-job.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { CHASE_PRESET_SETTINGS } from '../../shared/domain/chasing/chase-settings.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { startJobs } from '../support/start-jobs.ts';
import { BENCH_NOW_MS } from './data/invented.ts';
import { BENCH_SHOP, copyOfStore, storeWith } from './data/make-store.ts';
import { type Figure, times, toFigure, within } from './support/figures.ts';
import { spreadOf } from './support/measure.ts';

const EVERY_MS = 5;
const MB = 2 ** 20;
const NONE = { p50: 0, p95: 0, p99: 0 };

type Options = {
  /** Unpaid orders of the shop whose settings are saved. */
  readonly openOrders: number;
  /** Exported, the smaller first: memory must not grow with them. */
  readonly exported: readonly [number, number];
};

type Watched = { readonly lateMs: number[]; readonly peakMb: number };

/** How late a timer of 5 ms is in main while the work goes on, and the most memory that the process takes. */
async function watch(work: () => Promise<unknown>): Promise<Watched> {
  const lateMs: number[] = [];
  let peak = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    lateMs.push(Math.max(0, now - last - EVERY_MS));
    last = now;
    peak = Math.max(peak, process.memoryUsage.rss());
  }, EVERY_MS);
  await work();
  // A stall of the timer at the very end counts as well.
  await setImmediate();
  clearInterval(timer);
  return { lateMs, peakMb: peak / MB };
}

function failOnBug(what: string, error: unknown): void {
  throw new Error(what, { cause: error });
}

/** A shop with nothing but unpaid orders, so that every one of them is to be worked out anew. */
function shopWithOpenOrders(orders: number) {
  const databasePath = copyOfStore(storeWith({ orders, scripts: 0 }), 'jobs-settings');
  const db = openDatabase(databasePath);
  db.exec(`UPDATE orders SET status = 'unpaid', paid_at_ms = NULL, shipped_at_ms = NULL, is_live = 1`);
  return db;
}

async function measureSettings(openOrders: number): Promise<Figure> {
  const db = shopWithOpenOrders(openOrders);
  const core = createCore({ db, clock: createFakeClock(BENCH_NOW_MS) });
  const shop = core.stores.shops.findByName(BENCH_SHOP.platform, BENCH_SHOP.name);
  if (!shop) throw new Error('The store has no shop');
  const jobs = startJobs({ databasePath: db.name, nowMs: BENCH_NOW_MS, reportBug: failOnBug });
  const { lateMs } = await watch(async () => {
    const values = CHASE_PRESET_SETTINGS['group-buy'];
    core.settings.save({ scope: shop.id, key: 'chase', values }, { agentId: null, nowMs: BENCH_NOW_MS });
    valueOf(await jobs.start(refreshShopJob, { shopId: shop.id }).result);
  });
  if (core.refreshShops.marked().length > 0) throw new Error('The tasks were not worked out');
  db.close();
  return toFigure({
    id: 'settings-stall',
    what: 'lateness of a 5 ms timer of main while new settings of a shop reach its tasks',
    unit: 'ms',
    rows: openOrders,
    against: 'nothing',
    subject: spreadOf(lateMs),
    reference: NONE,
    budget: within(50, 'p99'),
  });
}

async function exportOrders(orders: number): Promise<Watched> {
  const databasePath = copyOfStore(storeWith({ orders, scripts: 0 }), 'jobs-export');
  const jobs = startJobs({ databasePath, nowMs: BENCH_NOW_MS, reportBug: failOnBug });
  const path = join(dirname(databasePath), 'orders.xlsx');
  return await watch(async () => {
    const { result } = jobs.start(exportJob, { path, what: 'orders', shopId: null, agentId: null });
    if (valueOf(await result).rows !== orders) throw new Error('The export is not whole');
  });
}

/** Bulk work beside a program that goes on: what it costs main, and the PC's memory. */
export async function benchJobs({ openOrders, exported: [few, many] }: Options): Promise<Figure[]> {
  const settings = await measureSettings(openOrders);
  const small = await exportOrders(few);
  const large = await exportOrders(many);
  return [
    settings,
    toFigure({
      id: 'export-stall',
      what: 'lateness of a 5 ms timer of main while orders are exported to xlsx',
      unit: 'ms',
      rows: many,
      against: 'nothing',
      subject: spreadOf(large.lateMs),
      reference: NONE,
      budget: within(50, 'p99'),
    }),
    toFigure({
      id: 'export-memory',
      what: 'most memory that the process took in an export to xlsx',
      unit: 'MB',
      rows: many,
      against: `${few} orders`,
      subject: spreadOf([large.peakMb]),
      reference: spreadOf([small.peakMb]),
      budget: times(1.25),
    }),
  ];
}

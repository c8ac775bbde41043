import { createCore } from '../../electron/core.ts';
import { createImportDesk } from '../../electron/imports/import-desk.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { newId } from '../../electron/store/identity.ts';
import { buildAppIfStale } from '../../scripts/lib/build-app.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { startJobs } from '../support/start-jobs.ts';
import { BENCH_NOW_MS } from './data/invented.ts';
import { makeDayExport } from './data/make-export.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Figure, shownOnly, toFigure, within } from './support/figures.ts';
import { importBare } from './support/import-bare.ts';
import { spreadOf, timeMs } from './support/measure.ts';
import { BUILT_THREAD } from './support/start-import.ts';

type Options = {
  readonly orders: number;
  readonly rows: number;
  readonly rounds: number;
  /** In the thread of the built app. */
  readonly isBuilt: boolean;
};

/** From Enter on, until the file is checked, and until its result is there. */
type Taken = { readonly checkMs: number; readonly allMs: number };

function failOnBug(what: string, error: unknown): void {
  throw new Error(what, { cause: error });
}

/** P1: a day's file into a large store, from Enter on the offer to the result: thread, check, thread, commit. */
export async function benchDayFile({ orders, rows, rounds, isBuilt }: Options): Promise<Figure[]> {
  if (isBuilt) await buildAppIfStale();
  const db = openDatabase(copyOfStore(storeWith({ orders, scripts: 0 }), 'day-file'));
  const core = createCore({ db, clock: createFakeClock(BENCH_NOW_MS) });
  const jobs = startJobs({
    databasePath: db.name,
    nowMs: BENCH_NOW_MS,
    reportBug: failOnBug,
    ...(isBuilt && { workerUrl: BUILT_THREAD }),
  });
  let heard = Promise.withResolvers<void>();
  const desk = createImportDesk({
    start: jobs.start,
    backUpBefore: () => Promise.resolve(),
    shops: core.shops,
    lastImports: () => [],
    importedAtMs: (sha256) => core.stores.importRuns.findByHash(sha256)?.atMs ?? null,
    currentAgentId: () => null,
    newId,
    now: () => BENCH_NOW_MS,
    changed: () => heard.resolve(),
    committed: () => {},
  });

  async function take(path: string): Promise<Taken> {
    const startedMs = performance.now();
    const [job] = desk.preview([path], null, { commitsWhenClear: true });
    let checkMs = 0;
    for (;;) {
      const state = desk.list().find(({ id }) => id === job?.id)?.state;
      if (state?.kind === 'committed') return { allMs: performance.now() - startedMs, checkMs };
      if (state?.kind !== 'working') throw new Error(`The import ended as ${JSON.stringify(state)}`);
      if (state.phase === 'preview') checkMs = performance.now() - startedMs;
      heard = Promise.withResolvers<void>();
      await heard.promise;
    }
  }

  const taken: Taken[] = [];
  const bareMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const pair = makeDayExport(rows, orders, round);
    taken.push(await take(pair.gb18030));
    bareMs.push(timeMs(() => importBare(pair)));
  }
  db.close();
  const common = {
    unit: 'ms',
    rows: orders,
    against: 'sqlite3 .import, UTF-8, bare table',
    reference: spreadOf(bareMs),
  } as const;
  return [
    toFigure({
      ...common,
      id: 'day-file',
      what: `a day's file of ${rows} rows, half of them known, from Enter to the result`,
      subject: spreadOf(taken.map(({ allMs }) => allMs)),
      budget: within(1000, 'p50'),
    }),
    toFigure({
      ...common,
      id: 'day-file-check',
      what: 'of that, until the file is checked',
      subject: spreadOf(taken.map(({ checkMs }) => checkMs)),
      budget: shownOnly,
    }),
  ];
}

import { dirname } from 'node:path';
import { logFolderIn } from '../../electron/platform/log.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { onPrivateDesktop } from '../../scripts/desktop/on-desktop.ts';
import { buildAppIfStale } from '../../scripts/lib/build-app.ts';
import { findRuntime } from '../../scripts/runtime/find-runtime.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Figure, type NewFigure, times, toFigure, within } from './support/figures.ts';
import { folderMb, type Held, sizeMb } from './support/held.ts';
import { emptyWindowMb, openProgram } from './support/launch.ts';
import { spreadOf } from './support/measure.ts';
import { memoryFigures } from './support/memory/memory-figures.ts';
import { type DayPlan, oweReminders, type Played, playDay } from './support/play-day.ts';

type Options = DayPlan & { readonly orders: number; readonly scripts: number };

/** More than this after an hour grows from hour to hour. */
const MOST_GROWTH = 1.25;
const SPARE_TIMERS = 3;
/** SQLite starts over in the log of writes when it has grown to 4 MB; what a busy reader holds up comes on top. */
const MOST_WAL_MB = 16;
const MOST_LOG_MB = 4;
/** Exports are read into orders, customers, activities and their indexes. */
const MOST_STORED = 4;

type Files = { readonly databasePath: string; readonly sizeBeforeMb: number; readonly walMb: number };

const one = (value: number) => spreadOf([value]);

function growthFigures(rows: number, { first, last }: Played): Figure[] {
  const figure = (id: string, what: string, key: keyof Held) =>
    toFigure({
      id,
      what,
      unit: key.endsWith('Mb') ? 'MB' : 'count',
      rows,
      against: 'the same after the first hour',
      subject: one(last[key]),
      reference: one(first[key]),
      budget: key === 'timers' ? within(first.timers + SPARE_TIMERS, 'p50') : times(MOST_GROWTH),
    });
  return [
    figure('day-heap', 'memory that the page still reaches after a day', 'heapMb'),
    figure('day-main-heap', 'memory that the main process still reaches after a day', 'mainHeapMb'),
    figure('day-nodes', 'nodes of the page after a day', 'nodes'),
    figure('day-page-listeners', 'listeners of the page after a day', 'pageListeners'),
    figure('day-main-listeners', 'listeners of the main process after a day', 'mainListeners'),
    figure('day-timers', 'timers of the main process after a day', 'timers'),
  ];
}

function fileFigures(rows: number, { importedMb }: Played, files: Files): Figure[] {
  const { databasePath, sizeBeforeMb, walMb } = files;
  const common = { unit: 'MB', rows } as const;
  const figures: readonly Omit<NewFigure, 'unit' | 'rows'>[] = [
    {
      id: 'day-store',
      what: 'growth of the store in a day',
      against: 'the exports that were imported',
      subject: one(sizeMb(databasePath) - sizeBeforeMb),
      reference: one(importedMb),
      budget: times(MOST_STORED),
    },
    {
      id: 'day-wal',
      what: 'log of writes (WAL) at the end of a day',
      against: 'nothing',
      subject: one(walMb),
      reference: one(0),
      budget: within(MOST_WAL_MB, 'p50'),
    },
    {
      id: 'day-log',
      what: 'log files after a day',
      against: 'nothing',
      subject: one(folderMb(logFolderIn(dirname(databasePath)))),
      reference: one(0),
      budget: within(MOST_LOG_MB, 'p50'),
    },
  ];
  return figures.map((figure) => toFigure({ ...common, ...figure }));
}

/** Eight hours of work in a few minutes: whatever only grows would show. */
export async function benchDay({ orders, scripts, ...plan }: Options): Promise<Figure[]> {
  await buildAppIfStale();
  const runtime = await findRuntime(console.error);
  const databasePath = copyOfStore(storeWith({ orders, scripts }), 'day');
  oweReminders(databasePath, plan.reminders);
  const sizeBeforeMb = sizeMb(databasePath);
  return onPrivateDesktop(async (desktop) => {
    const machine = { runtime, desktop };
    const emptyMb = await emptyWindowMb(machine);
    const session = await openProgram({ kind: 'app', folder: dirname(databasePath) }, machine);
    const store = openDatabase(databasePath);
    const played = await playDay(session, store, plan);
    const walMb = sizeMb(`${databasePath}-wal`);
    store.close();
    await session.close();
    const files = { databasePath, sizeBeforeMb, walMb };
    return [
      ...memoryFigures({
        id: 'day-memory',
        what: 'a day',
        rows: orders,
        emptyMb,
        restMb: played.last.memoryMb,
        busyMb: played.busyMb,
      }),
      ...growthFigures(orders, played),
      ...fileFigures(orders, played, files),
    ];
  });
}

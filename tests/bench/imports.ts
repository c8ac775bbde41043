import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { buildAppIfStale } from '../../scripts/lib/build-app.ts';
import { makeExport } from './data/make-export.ts';
import { emptyStore } from './data/make-store.ts';
import { type Figure, shownOnly, times, toFigure, within } from './support/figures.ts';
import { importBare } from './support/import-bare.ts';
import { spreadOf, timeMs, timeMsAsync } from './support/measure.ts';
import { sha256Of } from './support/sha256-of.ts';
import { type ImportWork, importFile, startImport } from './support/start-import.ts';

const CANCELLED_AT = [0.1, 0.3, 0.5, 0.7, 0.9];

type Options = {
  readonly rows: readonly number[];
  readonly rounds: number;
  /** In the thread of the built app. */
  readonly isBuilt: boolean;
  /** Once only: whether time and memory keep their proportion to the largest of `rows`. */
  readonly largeRows: number;
};

const Alone = z.object({ spentMs: z.number(), processorMs: z.number(), peakMb: z.number() });
type Alone = z.infer<typeof Alone>;

/** In a process of its own, whose memory nothing has filled before. */
function importAlone(databasePath: string, file: Omit<ImportWork, 'kind'>): Alone {
  const script = join(import.meta.dirname, 'import-alone.ts');
  const work: ImportWork = { ...file, kind: 'commit' };
  const output = execFileSync(process.execPath, [script, databasePath, JSON.stringify(work)], {
    encoding: 'utf8',
  });
  return Alone.parse(JSON.parse(output));
}

/** From the wish to the answer, at the beginning, in the middle and towards the end. */
async function measureCancel(work: ImportWork, importMs: number): Promise<number[]> {
  const spentMs: number[] = [];
  for (const share of CANCELLED_AT) {
    const job = startImport(emptyStore('import-cancelled'), work);
    await delay(importMs * share);
    job.cancel();
    spentMs.push(await timeMsAsync(() => job.result));
    await job.ended;
  }
  return spentMs;
}

type Measured = { readonly figures: readonly Figure[]; readonly imports: readonly Alone[] };

type Work = Pick<Options, 'rounds' | 'isBuilt'>;

async function measureImport(rows: number, { rounds, isBuilt }: Work): Promise<Measured> {
  const pair = makeExport(rows);
  const work = { path: pair.gb18030, sha256: await sha256Of(pair.gb18030), isBuilt };
  const imports: Alone[] = [];
  const [previewMs, bareMs, bareCpuMs]: [number[], number[], number[]] = [[], [], []];
  const bare = () => bareMs.push(timeMs(() => bareCpuMs.push(importBare(pair))));
  for (let round = 0; round < rounds; round++) {
    const databasePath = emptyStore(`import-${round}`);
    bare();
    previewMs.push(await timeMsAsync(() => importFile(databasePath, { ...work, kind: 'preview' })));
    imports.push(importAlone(databasePath, work));
    bare();
  }
  const imported = spreadOf(imports.map(({ spentMs }) => spentMs));
  const cancelMs = await measureCancel({ ...work, kind: 'commit' }, imported.p50);
  const common = {
    unit: 'ms',
    rows,
    against: 'sqlite3 .import, UTF-8, bare table',
    reference: spreadOf(bareMs),
  } as const;
  const figures = [
    toFigure({
      ...common,
      id: 'import',
      what: 'import a CSV into an empty store',
      subject: imported,
      budget: times(5),
    }),
    toFigure({
      ...common,
      id: 'import-cpu',
      what: 'import a CSV into an empty store: processor time',
      subject: spreadOf(imports.map(({ processorMs: spentMs }) => spentMs)),
      reference: spreadOf(bareCpuMs),
      budget: times(5),
    }),
    toFigure({
      ...common,
      id: 'preview',
      what: 'preview the same CSV',
      subject: spreadOf(previewMs),
      budget: shownOnly,
    }),
    toFigure({
      ...common,
      id: 'import-cancel',
      what: 'cancel that import',
      subject: spreadOf(cancelMs),
      budget: within(1000),
    }),
  ];
  return { figures, imports };
}

type Smaller = Pick<Options, 'isBuilt'> & { readonly rows: number; readonly imports: readonly Alone[] };

/** The same with a far larger file. */
async function measureLargeImport(rows: number, smaller: Smaller): Promise<Figure[]> {
  const { gb18030: path } = makeExport(rows);
  const work = { path, sha256: await sha256Of(path), isBuilt: smaller.isBuilt };
  const large = importAlone(emptyStore('import-large'), work);
  const factor = rows / smaller.rows;
  return [
    toFigure({
      id: 'import-proportion',
      what: 'import a large CSV into an empty store: processor time',
      unit: 'ms',
      rows,
      against: `the CSV of ${smaller.rows} rows, as often as it takes`,
      subject: spreadOf([large.processorMs]),
      reference: spreadOf(smaller.imports.map(({ processorMs: spentMs }) => spentMs * factor)),
      budget: times(1.2),
    }),
    toFigure({
      id: 'import-memory',
      what: 'most memory that the process took',
      unit: 'MB',
      rows,
      against: `the CSV of ${smaller.rows} rows`,
      subject: spreadOf([large.peakMb]),
      reference: spreadOf(smaller.imports.map(({ peakMb }) => peakMb)),
      budget: times(1.5),
    }),
  ];
}

export async function benchImports({ rows, rounds, isBuilt, largeRows }: Options): Promise<Figure[]> {
  if (isBuilt) await buildAppIfStale();
  const figures: Figure[] = [];
  let largest: Smaller = { isBuilt, rows: 0, imports: [] };
  for (const count of rows) {
    const measured = await measureImport(count, { rounds, isBuilt });
    figures.push(...measured.figures);
    largest = { isBuilt, rows: count, imports: measured.imports };
  }
  return [...figures, ...(await measureLargeImport(largeRows, largest))];
}

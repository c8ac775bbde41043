import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createImportJobs, type RunningImport } from '../../electron/imports/import-jobs.ts';
import type { ImportJobRequest } from '../../electron/imports/import-messages.ts';
import { createStoreThreads } from '../../electron/platform/store-threads.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { createShopStore } from '../../electron/store/shop-store.ts';
import { repositoryRoot } from '../../scripts/lib/paths.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { MINUTE, SECOND } from '../../shared/time/durations.ts';
import { BENCH_NOW_MS } from './data/invented.ts';
import { type ExportPair, makeExport } from './data/make-export.ts';
import { BENCH_SHOP, benchFolder, emptyStore } from './data/make-store.ts';
import { type Figure, shownOnly, times, toFigure, within } from './support/figures.ts';
import { spreadOf, timeMs, timeMsAsync } from './support/measure.ts';

const CANCELLED_AT = [0.1, 0.3, 0.5, 0.7, 0.9];

type Options = { readonly rows: readonly number[]; readonly rounds: number };

/** The fields of a request that name the work. */
type Work = { readonly kind: 'preview' | 'commit'; readonly path: string; readonly sha256: string };

export function shopIn(databasePath: string): Shop {
  const db = openDatabase(databasePath);
  const shop = createShopStore(db).findByName(BENCH_SHOP.platform, BENCH_SHOP.name);
  db.close();
  if (!shop) throw new Error('The store has no shop');
  return shop;
}

/** In a worker thread, as the app does it. */
function startImport(databasePath: string, work: Work): RunningImport {
  const { id, platform } = shopIn(databasePath);
  const jobs = createImportJobs(
    createStoreThreads({
      what: 'import',
      workerUrl: pathToFileURL(join(repositoryRoot, 'electron/imports/import-worker.ts')),
      databasePath,
      now: () => BENCH_NOW_MS,
      reportBug(what, error) {
        throw new Error(what, { cause: error });
      },
    }),
  );
  const request: ImportJobRequest = { ...work, shop: { id, platform }, agentId: null };
  return jobs.start(request, () => {});
}

/** From the request to the answer. */
async function importFile(databasePath: string, work: Work): Promise<void> {
  const result = await startImport(databasePath, work).result;
  const isDone = result.kind === 'committed' || result.kind === 'previewed';
  if (!isDone) throw new Error(`The import ended as ${JSON.stringify(result)}`);
}

/** Processor time of the processes that a shell has run, as its `times` tells it: `0m1.234s 0m0.456s`. */
function processorMs(output: string): number {
  const spans =
    output
      .trim()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return [...spans].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * MINUTE + Number(seconds) * SECOND,
    0,
  );
}

/** SQLite's own shell with the same cells as text, without types, checks, keys or indexes. Returns its processor time. */
function importBare({ utf8, columns }: ExportPair): number {
  const bare = join(benchFolder, 'work', 'bare.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${bare}${suffix}`, { force: true });
  const names = columns.map((column) => `"${column.trim()}" TEXT`).join(', ');
  const statements = [`CREATE TABLE bare (${names})`, `.import --csv ${utf8} bare`];
  const command = ['-c', 'sqlite3 "$@" && times', 'sh', bare, ...statements];
  return processorMs(execFileSync('sh', command, { encoding: 'utf8' }));
}

/** Processor time of this process, whose other thread does the work, in ms. */
async function spentByThreads(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** From the wish to the answer, at the beginning, in the middle and towards the end. */
async function measureCancel(work: Work, importMs: number): Promise<number[]> {
  const spentMs: number[] = [];
  for (const share of CANCELLED_AT) {
    const job = startImport(emptyStore('import-cancelled'), work);
    await delay(importMs * share);
    job.cancel();
    spentMs.push(await timeMsAsync(() => job.result));
  }
  return spentMs;
}

async function measureImport(rows: number, rounds: number): Promise<Figure[]> {
  const pair = makeExport(rows);
  const sha256 = createHash('sha256').update(readFileSync(pair.gb18030)).digest('hex');
  const [commitMs, previewMs, bareMs]: [number[], number[], number[]] = [[], [], []];
  const [commitCpuMs, bareCpuMs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const databasePath = emptyStore(`import-${round}`);
    const run = (kind: Work['kind']) => () => importFile(databasePath, { kind, path: pair.gb18030, sha256 });
    const bare = () => bareCpuMs.push(importBare(pair));
    const commit = async () => commitCpuMs.push(await spentByThreads(run('commit')));
    bareMs.push(timeMs(bare));
    previewMs.push(await timeMsAsync(run('preview')));
    commitMs.push(await timeMsAsync(commit));
    bareMs.push(timeMs(bare));
  }
  const imported = spreadOf(commitMs);
  const cancelMs = await measureCancel({ kind: 'commit', path: pair.gb18030, sha256 }, imported.p50);
  const common = {
    unit: 'ms',
    rows,
    against: 'sqlite3 .import, UTF-8, bare table',
    reference: spreadOf(bareMs),
  } as const;
  return [
    toFigure({
      ...common,
      id: 'import',
      what: 'import a CSV into an empty store',
      subject: imported,
      budget: times(3),
    }),
    toFigure({
      ...common,
      id: 'import-cpu',
      what: 'import a CSV into an empty store: processor time',
      subject: spreadOf(commitCpuMs),
      reference: spreadOf(bareCpuMs),
      budget: times(3),
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
}

export async function benchImports({ rows, rounds }: Options): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of rows) figures.push(...(await measureImport(count, rounds)));
  return figures;
}

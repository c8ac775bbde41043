import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createImportJobs } from '../../electron/imports/import-jobs.ts';
import type { ImportJobRequest } from '../../electron/imports/import-messages.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { createShopStore } from '../../electron/store/shop-store.ts';
import { repositoryRoot } from '../../scripts/lib/paths.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import { BENCH_NOW_MS } from './data/invented.ts';
import { type ExportPair, makeExport } from './data/make-export.ts';
import { BENCH_SHOP, benchFolder, emptyStore } from './data/make-store.ts';
import { type Figure, shownOnly, times, toFigure } from './support/figures.ts';
import { spreadOf, timeMs, timeMsAsync } from './support/measure.ts';

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

/** In a worker thread, as the app does it; from the request to the answer. */
async function importFile(databasePath: string, work: Work): Promise<void> {
  const { id, platform } = shopIn(databasePath);
  const jobs = createImportJobs({
    workerUrl: pathToFileURL(join(repositoryRoot, 'electron/imports/import-worker.ts')),
    databasePath,
    now: () => BENCH_NOW_MS,
    reportBug(what, error) {
      throw new Error(what, { cause: error });
    },
  });
  const request: ImportJobRequest = { ...work, shop: { id, platform }, agentId: null };
  const result = await jobs.start(request, () => {}).result;
  const isDone = result.kind === 'committed' || result.kind === 'previewed';
  if (!isDone) throw new Error(`The import ended as ${JSON.stringify(result)}`);
}

/** What SQLite's own shell needs for the same cells as text, without types, checks, keys or indexes. */
function importBare({ utf8, columns }: ExportPair): void {
  const bare = join(benchFolder, 'work', 'bare.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${bare}${suffix}`, { force: true });
  const names = columns.map((column) => `"${column.trim()}" TEXT`).join(', ');
  execFileSync('sqlite3', [bare, `CREATE TABLE bare (${names})`, `.import --csv ${utf8} bare`]);
}

async function measureImport(rows: number, rounds: number): Promise<Figure[]> {
  const pair = makeExport(rows);
  const sha256 = createHash('sha256').update(readFileSync(pair.gb18030)).digest('hex');
  const [commitMs, previewMs, bareMs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const databasePath = emptyStore(`import-${round}`);
    const run = (kind: Work['kind']) => () => importFile(databasePath, { kind, path: pair.gb18030, sha256 });
    bareMs.push(timeMs(() => importBare(pair)));
    previewMs.push(await timeMsAsync(run('preview')));
    commitMs.push(await timeMsAsync(run('commit')));
    bareMs.push(timeMs(() => importBare(pair)));
  }
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
      subject: spreadOf(commitMs),
      budget: times(3),
    }),
    toFigure({
      ...common,
      id: 'preview',
      what: 'preview the same CSV',
      subject: spreadOf(previewMs),
      budget: shownOnly,
    }),
  ];
}

export async function benchImports({ rows, rounds }: Options): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of rows) figures.push(...(await measureImport(count, rounds)));
  return figures;
}

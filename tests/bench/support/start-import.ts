import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createImportJobs, type RunningImport } from '../../../electron/imports/import-jobs.ts';
import type { ImportJobRequest } from '../../../electron/imports/import-messages.ts';
import { createStoreThreads } from '../../../electron/platform/store-threads.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import { repositoryRoot } from '../../../scripts/lib/paths.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { BENCH_NOW_MS } from '../data/invented.ts';
import { BENCH_SHOP } from '../data/make-store.ts';

/** The fields of a request that name the work. */
export type ImportWork = {
  readonly kind: 'preview' | 'commit';
  readonly path: string;
  readonly sha256: string;
};

function shopIn(databasePath: string): Shop {
  const db = openDatabase(databasePath);
  const shop = createShopStore(db).findByName(BENCH_SHOP.platform, BENCH_SHOP.name);
  db.close();
  if (!shop) throw new Error('The store has no shop');
  return shop;
}

/** In a worker thread, as the app does it. */
export function startImport(databasePath: string, work: ImportWork): RunningImport {
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

/** From the request until the thread has tidied up behind its answer. */
export async function importFile(databasePath: string, work: ImportWork): Promise<void> {
  const job = startImport(databasePath, work);
  const result = await job.result;
  const isDone = result.kind === 'committed' || result.kind === 'previewed';
  if (!isDone) throw new Error(`The import ended as ${JSON.stringify(result)}`);
  await job.ended;
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CommitEnd,
  importCommitJob,
  importPreviewJob,
  type PreviewEnd,
} from '../../../electron/imports/import-jobs.ts';
import type { RunningJob } from '../../../electron/kernel/jobs/job-runner.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import { repositoryRoot } from '../../../scripts/lib/paths.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { answerOf, startJobs } from '../../support/start-jobs.ts';
import { BENCH_NOW_MS } from '../data/invented.ts';
import { BENCH_SHOP } from '../data/make-store.ts';

/** As the app is shipped, its thread starts half a second sooner than from the sources, whose types are taken out first. */
export const BUILT_THREAD = pathToFileURL(join(repositoryRoot, 'out/app/main/job-worker.js'));

/** The fields of a request that name the work. */
export type ImportWork = {
  readonly kind: 'preview' | 'commit';
  /** In the thread of the built app. */
  readonly isBuilt: boolean;
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

/** In a thread of its own, as the app does it. */
export function startImport(databasePath: string, work: ImportWork): RunningJob<PreviewEnd | CommitEnd> {
  const { kind, path, sha256, isBuilt } = work;
  const { id, platform } = shopIn(databasePath);
  const shop = { id, platform };
  const jobs = startJobs({
    databasePath,
    nowMs: BENCH_NOW_MS,
    reportBug(what, error) {
      throw new Error(what, { cause: error });
    },
    ...(isBuilt && { workerUrl: BUILT_THREAD }),
  });
  return kind === 'preview'
    ? jobs.start(importPreviewJob, { path, shop })
    : jobs.start(importCommitJob, { path, shop, sha256, agentId: null });
}

/** From the request until the thread has tidied up behind its answer. */
export async function importFile(databasePath: string, work: ImportWork): Promise<void> {
  const job = startImport(databasePath, work);
  const result = await answerOf(job);
  const isDone = result.kind === 'committed' || result.kind === 'previewed';
  if (!isDone) throw new Error(`The import ended as ${JSON.stringify(result)}`);
  await job.ended;
}

import { backupJob } from './backups/backup-job.ts';
import type { Core } from './core.ts';
import { storeFactsJob } from './diagnostics/store-facts-job.ts';
import { exportJobs } from './exports/export-jobs.ts';
import { importJobs } from './imports/import-jobs.ts';
import { evidenceJobs } from './kernel/evidence/evidence-jobs.ts';
import { type Job, job } from './kernel/jobs/job.ts';
import { reportJobs } from './reports/report-jobs.ts';
import { scriptFileJobs } from './script-exchange/script-file-jobs.ts';
import { shopJobs } from './shops/refresh-shop-job.ts';
import { backUpTwice } from './store/backups/second-folder.ts';
import { readStoreFacts } from './store/store-facts.ts';

/** Every job that a thread can do; the thread finds it here by its name. */
export const jobs: readonly Job<Core>[] = [
  ...importJobs,
  ...scriptFileJobs,
  ...exportJobs,
  ...evidenceJobs,
  ...reportJobs,
  ...shopJobs,
  job(backupJob, ({ input, onProgress }, { db, clock }) =>
    backUpTwice(db, { ...input, onProgress, nowMs: clock.now() }),
  ),
  job(storeFactsJob, (_work, { db, clock }) => readStoreFacts(db, clock.now())),
];

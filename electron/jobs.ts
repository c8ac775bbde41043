import { backupCopyJob, backupJob } from './backups/backup-job.ts';
import { storeCheckJob } from './backups/check-job.ts';
import { caseJobs } from './cases/export-cases-job.ts';
import type { Core } from './core.ts';
import { storeFactsJob } from './diagnostics/store-facts-job.ts';
import { exportJobs } from './exports/export-jobs.ts';
import { handoverJobs } from './handovers/export-handover-job.ts';
import { importJobs } from './imports/import-jobs.ts';
import { evidenceJobs } from './kernel/evidence/evidence-jobs.ts';
import { type Job, job } from './kernel/jobs/job.ts';
import { stopIfAsked } from './kernel/jobs/stopped-error.ts';
import { orderJobs } from './orders/export-orders-job.ts';
import { orderReportJobs } from './orders/report/order-report-jobs.ts';
import { parcelJobs } from './parcels/export-parcels-job.ts';
import { refundJobs } from './refunds/export-refunds-job.ts';
import { refundReportJobs } from './refunds/report/refund-report-jobs.ts';
import { reportJobs } from './reports/report-jobs.ts';
import { scriptFileJobs } from './script-exchange/script-file-jobs.ts';
import { shopJobs } from './shops/refresh-shop-job.ts';
import { backUp } from './store/backups/back-up.ts';
import { copyToSecond } from './store/backups/second-folder.ts';
import { readStoreFacts } from './store/store-facts.ts';
import { verifyStore } from './store/verify/verify-store.ts';

/** Every job that a thread can do; the thread finds it here by its name. */
export const jobs: readonly Job<Core>[] = [
  ...importJobs,
  ...caseJobs,
  ...handoverJobs,
  ...scriptFileJobs,
  ...exportJobs,
  ...evidenceJobs,
  ...orderJobs,
  ...parcelJobs,
  ...refundJobs,
  ...orderReportJobs,
  ...refundReportJobs,
  ...reportJobs,
  ...shopJobs,
  job(backupJob, ({ input, ...work }, { db, clock }) =>
    backUp(db, { ...input, ...work, nowMs: clock.now() }),
  ),
  job(backupCopyJob, ({ input, onProgress, shouldStop }, { db }) => {
    copyToSecond({
      ...input,
      databasePath: db.name,
      onBytes(bytes) {
        stopIfAsked(shouldStop);
        onProgress(bytes, null);
      },
    });
    return null;
  }),
  job(storeCheckJob, (_work, { db, clock }) => {
    const { integrity, problems } = verifyStore(db, clock.now());
    return { integrity, problems: [...problems] };
  }),
  job(storeFactsJob, (_work, { db, clock }) => readStoreFacts(db, clock.now())),
];

import Database from 'better-sqlite3';
import { doJob } from '../../../../electron/kernel/jobs/do-job.ts';
import { createSystemClock } from '../../../../electron/platform/system-clock.ts';
import { toyJobs } from './toy-jobs.ts';

await doJob({
  jobs: toyJobs,
  explain: (error) => error,
  open: ({ databasePath }) => ({
    db: new Database(databasePath),
    clock: createSystemClock(),
    core: undefined,
    emptyLog: () => {},
  }),
});

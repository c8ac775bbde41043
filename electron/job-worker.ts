import { type Core, createCore } from './core.ts';
import { jobs } from './jobs.ts';
import { doJob } from './kernel/jobs/do-job.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { emptyLog, openForJob } from './store/connection.ts';
import { explainStorage } from './store/state/storage-failure.ts';

await doJob<Core>({
  jobs,
  explain: explainStorage,
  open({ databasePath, startsAtMs }) {
    const db = openForJob(databasePath);
    const clock = createSystemClock(startsAtMs ?? undefined);
    let core: Core | undefined;
    return {
      db,
      clock,
      // Built only for jobs that use it: a damaged store may allow none, and is examined all the same.
      get core() {
        core ??= createCore({ db, clock });
        return core;
      },
      emptyLog: () => emptyLog(db),
    };
  },
});

import type { Clock } from '../../../shared/time/clock.ts';
import type { Core } from '../../core.ts';
import { recogniseJob } from '../../imports/import-jobs.ts';
import type { JobRunner } from '../../kernel/jobs/job-runner.ts';
import { createFolderWatch } from '../../platform/watch-folder.ts';
import { createAnnounceReports } from './announce-reports.ts';

type Dependencies = {
  readonly clock: Clock;
  readonly core: Core;
  readonly start: JobRunner['start'];
  readonly notify: (title: string, body: string) => void;
  readonly changed: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

/** New reports in the watched folder: recognised in a thread, and announced. */
export function createReportWatch({ clock, core, start, notify, changed, reportBug }: Dependencies) {
  const folderWatch = createFolderWatch({
    clock,
    isKnown: (sha256) => core.stores.importRuns.findByHash(sha256) !== undefined,
    hasTellingName: core.fileCatalogue.hasTellingName,
    recognise: async (path) => {
      const outcome = await start(recogniseJob, { path }).result;
      return outcome.kind === 'done' && outcome.value;
    },
    changed: () => announceReports.changed(),
    reportError: (error) => reportBug('watched folder', error),
  });
  const announceReports = createAnnounceReports({ clock, waiting: folderWatch.list, notify, changed });
  return folderWatch;
}

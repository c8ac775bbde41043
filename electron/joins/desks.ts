import type { Core } from '../core.ts';
import { createImportDesk } from '../imports/import-desk.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import type { StartJob } from '../kernel/jobs/job-runner.ts';
import { createScriptFileDesk } from '../script-exchange/script-file-desk.ts';
import { createKeepTasksCurrent } from '../shops/keep-tasks-current.ts';
import { newId } from '../store/identity.ts';

type Dependencies = {
  readonly core: Core;
  readonly start: StartJob;
  readonly backUpBefore: (rows: number) => Promise<void>;
  readonly broadcast: Broadcast;
  /** Queue and reminders are read anew. */
  readonly tasksChanged: () => void;
};

/** Enough to find one of a shop that is no sample. */
const LAST_IMPORTS = 200;

/** Each desk starts jobs for the page and keeps their outcome. */
export function createDesks({ core, start, backUpBefore, broadcast, tasksChanged }: Dependencies) {
  return {
    desk: createImportDesk({
      start,
      backUpBefore,
      shops: core.shops,
      lastImports: () => core.stores.importRuns.listLatest(LAST_IMPORTS).map(({ shopId }) => shopId),
      importedAtMs: (sha256) => core.stores.importRuns.findByHash(sha256)?.atMs ?? null,
      currentAgentId: core.session.currentAgentId,
      newId,
      now: core.clock.now,
      changed: () => broadcast('imports.changed', { list: 'jobs' }),
      committed() {
        core.learning.boosts.drop();
        broadcast('imports.changed', { list: 'runs' });
        tasksChanged();
      },
    }),
    scriptFiles: createScriptFileDesk(start),
    keepTasksCurrent: createKeepTasksCurrent({
      start,
      marked: core.refreshShops.marked,
      shops: core.stores.shops,
      changed: tasksChanged,
    }),
  };
}

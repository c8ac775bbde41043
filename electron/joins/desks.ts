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

/** Each desk starts jobs for the page and keeps their outcome. */
export function createDesks({ core, start, backUpBefore, broadcast, tasksChanged }: Dependencies) {
  return {
    desk: createImportDesk({
      start,
      backUpBefore,
      shopOf: (id) => core.shops.existing(id),
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

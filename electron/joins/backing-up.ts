import { createBackups } from '../backups/backups.ts';
import { createSecondFolderRecord } from '../backups/second-folder.ts';
import type { Core } from '../core.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import type { StartJob } from '../kernel/jobs/job-runner.ts';
import type { WhenFree } from '../platform/when-free.ts';
import type { Notifier } from '../platform/windows/notifier.ts';
import { backupFolderOf, listBackups } from '../store/backups/backup-files.ts';
import { noteIfUsed } from '../store/state/leave-store.ts';
import { noteSecondFolder } from '../store/state/store-note.ts';

type Dependencies = {
  readonly core: Core;
  readonly start: StartJob;
  readonly broadcast: Broadcast;
  readonly notifier: Notifier;
  readonly bringToFront: () => void;
  readonly whenFree: WhenFree;
  readonly reportBug: (what: string, error: unknown) => void;
};

/** X6: the backups of this store, with the page and the desktop told of them. */
export function createBackingUp(dependencies: Dependencies) {
  const { core, start, broadcast, notifier, bringToFront, whenFree, reportBug } = dependencies;
  const { db, clock, stores, act, session } = core;
  const folder = backupFolderOf(db.name);
  const record = createSecondFolderRecord({ act, actor: session.actor });
  return createBackups({
    start,
    clock,
    settings: stores.settings,
    folder,
    list: () => listBackups(folder, db.name),
    isUsed: () => noteIfUsed(db, clock.now()),
    secondFolderChanged(secondFolder) {
      record(secondFolder);
      noteSecondFolder(db.name, secondFolder);
    },
    whenFree,
    changed: () => broadcast('backups.changed', undefined),
    tell: (reason) =>
      notifier.show({
        title: '备份没有成功',
        body: `${reason} 在「设置 → 备份」里可以重试。`,
        isSilent: true,
        onOpen: bringToFront,
        actions: [],
      }),
    reportBug,
  });
}

import { createBackups } from '../../backups/backups.ts';
import { createChecks } from '../../backups/checks.ts';
import { createSecondFolderRecord } from '../../backups/second-folder.ts';
import type { Core } from '../../core.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { StartJob } from '../../kernel/jobs/job-runner.ts';
import type { WhenFree } from '../../platform/when-free.ts';
import { backupFolderOf, listBackups } from '../../store/backups/backup-files.ts';
import { noteIfUsed } from '../../store/state/leave-store.ts';
import { noteSecondFolder } from '../../store/state/store-note.ts';

type Dependencies = {
  readonly core: Core;
  readonly start: StartJob;
  readonly broadcast: Broadcast;
  /** Says something on the desktop, without a sound; a click opens the window. */
  readonly notify: (title: string, body: string) => void;
  readonly whenFree: WhenFree;
  /** The program did not end in order the last time. */
  readonly wasCutOff: boolean;
  readonly foundDamage: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

/** X6: the backups of this store, with the page and the desktop told of them. */
export function createBackingUp(dependencies: Dependencies) {
  const { core, start, broadcast, notify, whenFree, reportBug } = dependencies;
  const { db, clock, stores, act, session } = core;
  const folder = backupFolderOf(db.name);
  const record = createSecondFolderRecord({ act, actor: session.actor });
  const isUsed = () => noteIfUsed(db, clock.now());
  const changed = () => broadcast('backups.changed', undefined);
  const checks = createChecks({
    ...dependencies,
    clock,
    settings: stores.settings,
    isUsed,
    changed,
    tell: (problem) => notify('数据检查发现问题', `${problem}。请在「设置 → 诊断」保存诊断信息，交给 IT。`),
  });
  return createBackups({
    start,
    clock,
    settings: stores.settings,
    checks,
    folder,
    list: () => listBackups(folder, db.name),
    isUsed,
    secondFolderChanged(secondFolder) {
      record(secondFolder);
      noteSecondFolder(db.name, secondFolder);
    },
    whenFree,
    changed,
    tell: (reason) => notify('备份没有成功', `${reason} 在「设置 → 备份」里可以重试。`),
    reportBug,
  });
}

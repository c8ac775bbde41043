import { assertNever } from '../../../shared/errors.ts';
import { jobFailed } from '../../../shared/job-failed.ts';
import type { RescueOutcome, RescueProgress, RescueTask } from '../../rescue/rescue-task.ts';
import { listBackups } from '../../store/backups/backup-files.ts';
import { restoreStore } from '../../store/backups/restore-store.ts';
import { finishLeftRestore } from '../../store/backups/take-place.ts';
import { saveReadable } from '../../store/state/save-readable.ts';
import { explainStorage } from '../../store/state/storage-failure.ts';
import { storeState } from '../../store/state/store-state.ts';

type Tell = (progress: RescueProgress) => void;

/** The work of the rescue thread. */
export function performRescue(task: RescueTask, tell: Tell): RescueOutcome {
  try {
    return perform(task, tell);
  } catch (error) {
    return jobFailed(error, (told) => explainStorage(told, task.databasePath));
  }
}

function perform(task: RescueTask, tell: Tell): RescueOutcome {
  switch (task.kind) {
    case 'restore':
      return { kind: 'done', value: restoreStore({ ...task, onShare: inPercents(tell) }).content.orders };
    case 'look':
      finishLeftRestore(task.databasePath, task.nowMs);
      return { kind: 'looked', state: storeState(task.databasePath, task) };
    case 'save-readable':
      return { kind: 'done', value: saveReadable(task.databasePath, task.target).rows };
    case 'list':
      return { kind: 'listed', backups: listBackups(task.folder, task.databasePath) };
    default:
      return assertNever(task);
  }
}

/** Of a large store there are thousands of pieces, and a person sees whole percents. */
function inPercents(tell: Tell): (share: number) => void {
  let told = -1;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (percent === told) return;
    told = percent;
    tell({ kind: 'progress', share });
  };
}

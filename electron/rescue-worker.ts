import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../shared/errors.ts';
import { jobFailed } from '../shared/job-failed.ts';
import { type RescueOutcome, RescueTask } from './rescue/rescue-task.ts';
import { listBackups } from './store/backups/backup-files.ts';
import { restoreStore } from './store/backups/restore-store.ts';
import { saveReadable } from './store/state/save-readable.ts';
import { explainStorage } from './store/state/storage-failure.ts';

function perform(task: RescueTask): RescueOutcome {
  switch (task.kind) {
    case 'restore':
      return { kind: 'done', value: restoreStore(task).content.orders };
    case 'save-readable':
      return { kind: 'done', value: saveReadable(task.databasePath, task.target).rows };
    case 'list':
      return { kind: 'listed', backups: listBackups(task.folder, task.databasePath) };
    default:
      return assertNever(task);
  }
}

function outcomeOf(task: RescueTask): RescueOutcome {
  try {
    return perform(task);
  } catch (error) {
    return jobFailed(error, (told) => explainStorage(told, task.databasePath));
  }
}

parentPort?.postMessage(outcomeOf(RescueTask.parse(workerData)));

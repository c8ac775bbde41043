import { parentPort, workerData } from 'node:worker_threads';
import { jobFailed } from '../shared/job-failed.ts';
import { type RescueOutcome, RescueTask } from './rescue/rescue-task.ts';
import { restoreStore } from './store/backups/restore-store.ts';
import { saveReadable } from './store/state/save-readable.ts';

function perform(task: RescueTask): number {
  if (task.kind === 'restore') return restoreStore(task).content.orders;
  return saveReadable(task.databasePath, task.target).rows;
}

function outcome(): RescueOutcome {
  try {
    return { kind: 'done', value: perform(RescueTask.parse(workerData)) };
  } catch (error) {
    return jobFailed(error);
  }
}

parentPort?.postMessage(outcome());

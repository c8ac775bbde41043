import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';
import { MINUTE } from '../shared/time/durations.ts';
import type { UpgradeMessage } from './platform/upgrade-store.ts';
import { emptyLog, openForJob } from './store/connection.ts';
import { migrate } from './store/migrate.ts';
import { explainStorage } from './store/state/storage-failure.ts';

function post(message: UpgradeMessage): void {
  parentPort?.postMessage(message);
}

/** Another program may be writing; nobody can work before this is done. */
const PATIENCE_MS = 2 * MINUTE;

function bringUp(path: string): void {
  const db = openForJob(path, PATIENCE_MS);
  try {
    migrate(db, {
      onProgress: (share) => post({ kind: 'progress', share }),
      onGrowing: (growing) => post({ kind: 'growing', growing }),
    });
    emptyLog(db);
  } finally {
    db.close();
  }
}

/** Brings the store up in a thread of its own: main shows meanwhile how far it is. */
function upgrade(path: string): UpgradeMessage {
  try {
    bringUp(path);
    return { kind: 'done' };
  } catch (error) {
    const explained = explainStorage(error, path);
    if (explained instanceof AppError) return { kind: 'refused', reason: explained.message };
    throw error;
  }
}

post(upgrade(z.string().parse(workerData)));

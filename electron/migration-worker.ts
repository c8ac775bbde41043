import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../shared/errors.ts';
import type { UpgradeMessage } from './platform/upgrade-store.ts';
import { emptyLog, openForJob } from './store/connection.ts';
import { migrate } from './store/migrate.ts';

function post(message: UpgradeMessage): void {
  parentPort?.postMessage(message);
}

/** Brings the store up in a thread of its own: main shows meanwhile how far it is. */
function upgrade(): UpgradeMessage {
  const db = openForJob(z.string().parse(workerData));
  try {
    migrate(db, { onProgress: (share) => post({ kind: 'progress', share }) });
    emptyLog(db);
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', reason: error.message };
    throw error;
  } finally {
    db.close();
  }
}

post(upgrade());

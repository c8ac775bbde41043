import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { describeError } from '../../shared/describe-error.ts';
import { openDatabase } from '../store/connection.ts';
import { readStoreFacts, type StoreFacts } from '../store/store-facts.ts';

const WorkerData = z.object({ databasePath: z.string(), nowMs: z.int() });

function readFacts(): StoreFacts {
  const { databasePath, nowMs } = WorkerData.parse(workerData);
  const db = openDatabase(databasePath);
  try {
    return readStoreFacts(db, nowMs);
  } finally {
    db.close();
  }
}

try {
  parentPort?.postMessage({ ok: true, facts: readFacts() });
} catch (error) {
  parentPort?.postMessage({ ok: false, reason: describeError(error) });
}

import { parentPort, workerData } from 'node:worker_threads';
import { jobFailed } from '../../shared/job-failed.ts';
import { createCore } from '../core.ts';
import { createSystemClock } from '../platform/system-clock.ts';
import { openDatabase, type WritableDb } from '../store/connection.ts';
import { ImportStoppedError } from './import-counts.ts';
import { type ImportJobResult, ImportWorkerData, type ImportWorkerMessage } from './import-messages.ts';
import type { ImportProgress } from './import-progress.ts';
import { ReadingStoppedError } from './reading/read-export.ts';

/** Each page of the indexes is written once when they fit in here, and several times when they do not. */
const CACHE_KIB = 256 * 1024;

type Context = ImportWorkerData & { readonly db: WritableDb };

function run({ db, startsAtMs, stopFlag, request }: Context): ImportJobResult {
  const stop = new Int32Array(stopFlag);
  const clock = createSystemClock(startsAtMs ?? undefined);
  const { importFile, undoImport } = createCore({ db, clock });
  if (request.kind === 'undo') {
    const { runId, agentId } = request;
    return { kind: 'undone', run: undoImport(runId, agentId) };
  }
  const common = {
    path: request.path,
    shop: request.shop,
    shouldStop: () => Atomics.load(stop, 0) !== 0,
    onProgress: (progress: ImportProgress) => post({ kind: 'progress', ...progress }),
  };
  const outcome =
    request.kind === 'preview'
      ? importFile({ ...common, agentId: null, isDryRun: true })
      : importFile({ ...common, agentId: request.agentId, isDryRun: false, expectedSha256: request.sha256 });
  // The preview has shown the rejected rows.
  return outcome.kind === 'committed' ? { kind: 'committed', run: outcome.run } : outcome;
}

function toFailedResult(error: unknown): ImportJobResult {
  if (error instanceof ImportStoppedError || error instanceof ReadingStoppedError)
    return { kind: 'cancelled' };
  return jobFailed(error);
}

function post(message: ImportWorkerMessage): void {
  parentPort?.postMessage(message);
}

function work(): ImportJobResult {
  const data = ImportWorkerData.parse(workerData);
  const db = openDatabase(data.databasePath);
  try {
    db.pragma(`cache_size = -${CACHE_KIB}`);
    const result = run({ ...data, db });
    // Here, not in the main process: the next click would wait for what this import has written.
    db.pragma('wal_checkpoint(TRUNCATE)');
    return result;
  } finally {
    db.close();
  }
}

function workSafely(): ImportJobResult {
  try {
    return work();
  } catch (error) {
    return toFailedResult(error);
  }
}

post({ kind: 'ended', result: workSafely() });

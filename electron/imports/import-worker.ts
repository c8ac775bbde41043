import { parentPort, workerData } from 'node:worker_threads';
import { jobFailed } from '../../shared/job-failed.ts';
import { createCore } from '../core.ts';
import { createSystemClock } from '../platform/system-clock.ts';
import { openDatabase, type WritableDb } from '../store/connection.ts';
import { ImportStoppedError } from './import-counts.ts';
import { type ImportJobResult, ImportWorkerData, type ImportWorkerMessage } from './import-messages.ts';
import type { ImportProgress } from './import-progress.ts';
import { ReadingStoppedError } from './reading/read-export.ts';

/** Four times as much spares an import of 200 000 orders no writing. */
const CACHE_KIB = 64 * 1024;

type Context = ImportWorkerData & { readonly db: WritableDb };

function run({ db, startsAtMs, stopFlag, request }: Context): ImportJobResult {
  const stop = new Int32Array(stopFlag);
  const clock = createSystemClock(startsAtMs ?? undefined);
  const shouldStop = () => Atomics.load(stop, 0) !== 0;
  const { importFile, undoImport } = createCore({ db, clock });
  if (request.kind === 'undo') {
    const { runId, agentId } = request;
    return { kind: 'undone', run: undoImport(runId, agentId, shouldStop) };
  }
  const common = {
    path: request.path,
    shop: request.shop,
    shouldStop,
    onProgress: (progress: ImportProgress) => post({ kind: 'progress', ...progress }),
  };
  const outcome =
    request.kind === 'preview'
      ? importFile({ ...common, agentId: null, isDryRun: true })
      : importFile({ ...common, agentId: request.agentId, isDryRun: false, expectedSha256: request.sha256 });
  // The preview has shown the rejected rows.
  return outcome.kind === 'committed' ? { kind: 'committed', run: outcome.run } : outcome;
}

function runSafely(context: Context): ImportJobResult {
  try {
    return run(context);
  } catch (error) {
    if (error instanceof ImportStoppedError || error instanceof ReadingStoppedError)
      return { kind: 'cancelled' };
    return jobFailed(error);
  }
}

/** Here, not in the main process: the next click would wait for what this import has written. */
function emptyLog(db: WritableDb): void {
  // Nobody who writes waits for the first, and it leaves little to the second.
  db.pragma('wal_checkpoint(PASSIVE)');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function post(message: ImportWorkerMessage): void {
  parentPort?.postMessage(message);
}

function work(): void {
  const data = ImportWorkerData.parse(workerData);
  const db = openDatabase(data.databasePath);
  try {
    db.pragma(`cache_size = -${CACHE_KIB}`);
    // What is sorted for an index grows with the file, and is in memory only as far as the cache is large.
    db.pragma('temp_store = FILE');
    post({ kind: 'ended', result: runSafely({ ...data, db }) });
    emptyLog(db);
  } finally {
    db.close();
  }
}

work();

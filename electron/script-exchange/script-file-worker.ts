import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../shared/errors.ts';
import { jobFailed } from '../../shared/job-failed.ts';
import { createCore } from '../core.ts';
import { ReadingStoppedError } from '../imports/reading/read-export.ts';
import { createSystemClock } from '../platform/system-clock.ts';
import { openDatabase, type WritableDb } from '../store/connection.ts';
import { type ScriptFileJobResult, ScriptFileWorkerData } from './script-file-messages.ts';

async function run(
  { startsAtMs, stopFlag, job }: ScriptFileWorkerData,
  db: WritableDb,
): Promise<ScriptFileJobResult> {
  const stop = new Int32Array(stopFlag);
  const progress = { shouldStop: () => Atomics.load(stop, 0) !== 0 };
  const { scriptExchange } = createCore({ db, clock: createSystemClock(startsAtMs ?? undefined) });
  switch (job.kind) {
    case 'preview': {
      const shown = scriptExchange.preview(job.request, job.who, progress);
      return shown.kind === 'unreadable' ? shown : { kind: 'previewed', preview: shown };
    }
    case 'import':
      return scriptExchange.import({ request: job.request, sha256: job.sha256 }, job.who, progress);
    case 'undo':
      return { kind: 'undone', ...scriptExchange.undo(job.importId, job.agentId) };
    case 'export':
      return await scriptExchange.export(job.request, job.who);
    default:
      return assertNever(job);
  }
}

function toFailedResult(error: unknown): ScriptFileJobResult {
  if (error instanceof ReadingStoppedError) return { kind: 'cancelled' };
  return jobFailed(error);
}

async function work(): Promise<ScriptFileJobResult> {
  const data = ScriptFileWorkerData.parse(workerData);
  const db = openDatabase(data.databasePath);
  try {
    return await run(data, db);
  } catch (error) {
    return toFailedResult(error);
  } finally {
    db.close();
  }
}

async function answer(): Promise<void> {
  parentPort?.postMessage(await work().catch(toFailedResult));
}

void answer();

import type { StoreThread, StoreThreads } from '../platform/store-threads.ts';
import { type ImportJobRequest, type ImportJobResult, ImportWorkerMessage } from './import-messages.ts';
import type { ImportProgress } from './import-progress.ts';

export type RunningImport = StoreThread<ImportJobResult>;

export type ImportJobs = ReturnType<typeof createImportJobs>;

/** Reads, commits and takes back order files. */
export function createImportJobs(threads: StoreThreads) {
  return {
    start: (request: ImportJobRequest, onProgress: (progress: ImportProgress) => void): RunningImport =>
      threads.start({ request }, (raw) => {
        const message = ImportWorkerMessage.parse(raw);
        if (message.kind === 'ended') return message.result;
        onProgress(message);
        return undefined;
      }),
    cancelAll: threads.cancelAll,
  };
}

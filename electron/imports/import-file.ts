import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { AgentId, ImportRunId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import type { RejectedRow } from '../../shared/domain/platform-record.ts';
import { AppError } from '../../shared/errors.ts';
import type { ImportPreview } from '../../shared/ipc/contract/import-contract.ts';
import type { JobProgress } from '../../shared/ipc/contract/job-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { createProgress } from '../kernel/jobs/progress.ts';
import { type CommitOptions, commitImport } from './commit-import.ts';
import type { ImportCustomers, ImportIds, ImportShop, ImportStores } from './import-ports.ts';
import { previewImport } from './preview-import.ts';
import type { ReadableExport, ReadExport, Row } from './reading/read-export.ts';

type Dependencies = {
  readonly readExport: ReadExport;
} & Pick<CommitOptions, 'inTransaction' | 'proveByImport' | 'refreshTasks' | 'isLive' | 'setLive'> & {
    readonly stores: Omit<CommitOptions['stores'], 'runs'> & {
      readonly importRuns: CommitOptions['stores']['runs'] & {
        findByHash(sha256: string): ImportRun | undefined;
      };
    };
    /** Runs the work on stores that hide the real ones, and throws away what it wrote. */
    readonly withScratch: <R>(work: (stores: Pick<ImportStores, 'orders' | 'items'>) => R) => R;
    readonly ids: ImportIds & { newId(nowMs: EpochMs): string };
    readonly now: () => EpochMs;
  };

export type ImportFileRequest = {
  readonly path: string;
  readonly shop: ImportShop;
  readonly agentId: AgentId | null;
  /** Only finds out what would happen. */
  readonly isDryRun: boolean;
  /** Of the file that was previewed: another one by the same name is not what the agent agreed to. */
  readonly expectedSha256?: string;
  readonly shouldStop?: () => boolean;
  readonly onProgress?: (progress: JobProgress) => void;
};

export type ImportOutcome =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'previewed'; readonly preview: ImportPreview; readonly sha256: string }
  | { readonly kind: 'committed'; readonly run: ImportRun; readonly rejected: readonly RejectedRow[] };

// A preview is about orders; the customers they bring along are made by the commit.
const NO_CUSTOMERS: ImportCustomers = { ensure: () => 'known' };

/** One file for one shop: read, then previewed or committed whole. */
export function createImportFile(dependencies: Dependencies) {
  const { readExport, stores, withScratch, ids, now, inTransaction, proveByImport, refreshTasks } =
    dependencies;
  const { isLive, setLive } = dependencies;
  type Control = { readonly shop: ImportShop; readonly shouldStop: () => boolean };

  function preview(reading: ReadableExport, fileName: string, { shop, shouldStop }: Control): ImportPreview {
    const { recordKind, layout: format, unknownColumns, sha256 } = reading;
    const file = { fileName, recordKind, format, unknownColumns, rows: reading.rows() };
    const importedBeforeAtMs = stores.importRuns.findByHash(sha256)?.atMs ?? null;
    return withScratch(({ orders, items }) =>
      previewImport(file, {
        shop,
        nowMs: now(),
        stores: { orders, items, customers: NO_CUSTOMERS },
        ids,
        importedBeforeAtMs,
        shouldStop,
      }),
    );
  }

  return (request: ImportFileRequest): ImportOutcome => {
    const { path, shop, agentId, isDryRun, expectedSha256, shouldStop = () => false } = request;
    const { onProgress = () => {} } = request;
    const reading = readExport(path, { shouldStop, onProgress: createProgress({ now, onProgress }) });
    if (reading.kind === 'unreadable') return reading;
    const { format, sha256 } = reading;
    if (expectedSha256 !== undefined && expectedSha256 !== sha256) {
      throw new AppError('conflict', '文件在预览之后被改动，请重新预览');
    }
    const fileName = basename(path);
    if (isDryRun)
      return { kind: 'previewed', preview: preview(reading, fileName, { shop, shouldStop }), sha256 };
    const nowMs = now();
    const rejected: RejectedRow[] = [];
    const run = commitImport(
      { fileName, sha256, format, writtenAtMs: writtenAtMs(path), rows: noting(reading.rows(), rejected) },
      {
        runId: ids.newId(nowMs) as ImportRunId,
        shop,
        agentId,
        nowMs,
        stores: { ...stores, runs: stores.importRuns },
        ids,
        inTransaction,
        proveByImport,
        refreshTasks,
        isLive,
        setLive,
        shouldStop,
      },
    );
    return { kind: 'committed', run, rejected };
  };
}

function* noting(rows: Iterable<Row>, rejected: RejectedRow[]): Generator<Row> {
  for (const row of rows) {
    if (row.kind === 'rejected') rejected.push(row.rejected);
    yield row;
  }
}

/** When the platform wrote the file, as far as the disk knows. */
function writtenAtMs(path: string): EpochMs | null {
  return Math.floor(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) || null;
}

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { AgentId, ImportRunId } from '../../shared/domain/ids.ts';
import type { ImportEffect } from '../../shared/domain/import-effect.ts';
import type { ImportRun, LeftOutSheet, RemarkedRow } from '../../shared/domain/import-run.ts';
import type { RejectedRow } from '../../shared/domain/subjects/platform-record.ts';
import { PLATFORM_LABELS, type Platform } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { ImportPreview } from '../../shared/ipc/contract/program/import-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { type CommitOptions, commitImport } from './commit-import.ts';
import type { ImportScratch, ImportShop } from './import-ports.ts';
import type { RecordKind } from './kinds/record-kind.ts';
import { previewImport } from './preview-import.ts';
import type { Progress } from './reading/raw-row.ts';
import type { ReadableExport, ReadExport, Row } from './reading/read-export.ts';

type Dependencies = Pick<CommitOptions, 'inTransaction' | 'judgeClaims' | 'refreshTasks'> & {
  readonly readExport: ReadExport;
  readonly kinds: readonly RecordKind[];
  readonly stores: CommitOptions['stores'] & {
    readonly runs: { findByHash(sha256: string): ImportRun | undefined };
  };
  /** Runs the work on stores that hide the real ones, and throws away what it wrote. */
  readonly withScratch: <R>(work: (scratch: ImportScratch) => R) => R;
  /** Throws where the disk has no room for so many bytes more. */
  readonly requireRoom: (bytes: number) => void;
  readonly newId: (nowMs: EpochMs) => string;
  readonly now: () => EpochMs;
};

/** The rows with their indexes, and the log that holds them until they are in the store. */
const ROOM_PER_BYTE = 2;

export type ImportFileRequest = Progress & {
  readonly path: string;
  readonly shop: ImportShop;
  readonly agentId: AgentId | null;
  /** Only finds out what would happen. */
  readonly isDryRun: boolean;
  /** Of the file that was previewed: another one by the same name is not what the agent agreed to. */
  readonly expectedSha256?: string;
};

export type ImportOutcome =
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'previewed'; readonly preview: ImportPreview; readonly sha256: string }
  | {
      readonly kind: 'committed';
      readonly run: ImportRun;
      /** The import has shown these, and brought new tasks. */
      readonly effects: readonly ImportEffect[];
      readonly rejected: readonly RejectedRow[];
      readonly remarks: readonly RemarkedRow[];
      readonly leftOut: readonly LeftOutSheet[];
      readonly notes: readonly string[];
    };

/** One file for one shop: read, then previewed or committed whole. */
export function createImportFile(dependencies: Dependencies) {
  const { readExport, kinds, stores, withScratch, requireRoom, newId, now } = dependencies;
  const { inTransaction, judgeClaims, refreshTasks } = dependencies;
  type Control = { readonly shop: ImportShop; readonly shouldStop: () => boolean };

  function kindOf({ recordKind }: ReadableExport): RecordKind {
    const kind = kinds.find(({ reading }) => reading === recordKind);
    if (!kind) throw new Error(`No kind of record takes in ${recordKind.name}`);
    return kind;
  }

  function preview(reading: ReadableExport, fileName: string, { shop, shouldStop }: Control): ImportPreview {
    const file = {
      ...reading,
      fileName,
      kind: kindOf(reading),
      format: reading.layout,
      rows: reading.rows(),
    };
    const { sha256 } = reading;
    const importedBeforeAtMs = stores.runs.findByHash(sha256)?.atMs ?? null;
    return withScratch((scratch) =>
      previewImport(file, { shop, nowMs: now(), scratch, importedBeforeAtMs, shouldStop }),
    );
  }

  return (request: ImportFileRequest): ImportOutcome => {
    const { path, shop, agentId, isDryRun, expectedSha256, shouldStop = () => false } = request;
    const reading = readExport(path, request);
    if (reading.kind === 'unreadable') return reading;
    const { format, sha256 } = reading;
    if (expectedSha256 !== undefined && expectedSha256 !== sha256) {
      throw new AppError('conflict', '文件在预览之后被改动，请重新预览');
    }
    const fileName = basename(path);
    if (isDryRun)
      return { kind: 'previewed', preview: preview(reading, fileName, { shop, shouldStop }), sha256 };
    const misfit = misfitOf(reading, shop.platform);
    if (misfit !== undefined) return { kind: 'unreadable', reason: misfit };
    requireRoom(statSync(path).size * ROOM_PER_BYTE);
    const nowMs = now();
    const rejected: RejectedRow[] = [];
    const remarks: RemarkedRow[] = [];
    const { run, effects } = commitImport(
      {
        fileName,
        sha256,
        kind: kindOf(reading),
        format,
        writtenAtMs: writtenAtMs(path),
        rows: noting(reading.rows(), rejected),
        onRemark: (remark) => void remarks.push(remark),
      },
      {
        runId: newId(nowMs) as ImportRunId,
        shop,
        agentId,
        nowMs,
        stores,
        inTransaction,
        judgeClaims,
        refreshTasks,
        shouldStop,
      },
    );
    const { leftOut } = reading;
    return { kind: 'committed', run, effects, rejected, remarks, leftOut, notes: reading.notes() };
  };
}

/** Orders of one platform have no place in a shop of another. */
function misfitOf({ platforms, layout }: ReadableExport, platform: Platform): string | undefined {
  if (platforms.includes(platform)) return undefined;
  return `这是「${layout.label}」的文件，而店铺是${PLATFORM_LABELS[platform]}店铺；请导入到该平台的店铺`;
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

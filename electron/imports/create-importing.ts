import type { Activity, NewActivity } from '../../shared/domain/activities/activity.ts';
import type { AgentId, ImportRunId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import { claimSpec } from '../../shared/domain/tasks/claim.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { createJudgeClaims } from '../kernel/claims/judge-claims.ts';
import { type CommitOptions, commitImport } from './commit-import.ts';
import { createImportFile } from './import-file.ts';
import type { ImportScratch, ImportShop } from './import-ports.ts';
import { createFileCatalogue } from './kinds/file-catalogue.ts';
import { kindOfFormat, type RecordKind } from './kinds/record-kind.ts';
import { createReadExport, type Row } from './reading/read-export.ts';
import { createRecogniseExport } from './reading/recognise-export.ts';
import { type UndoOptions, undoImport } from './undo-import.ts';

type Claims = Parameters<typeof createJudgeClaims>[0]['claims'];

type Dependencies = Pick<
  UndoOptions,
  'inTransaction' | 'refreshTasks' | 'listDependent' | 'removeUnlessPointedTo'
> & {
  readonly kinds: readonly RecordKind[];
  readonly stores: {
    readonly runs: CommitOptions['stores']['runs'] &
      UndoOptions['stores']['runs'] & { findByHash(sha256: string): ImportRun | undefined };
    readonly activities: { append(activity: NewActivity): Activity };
    readonly claims: UndoOptions['stores']['claims'] & Claims;
  };
  /** Runs the work on stores that hide the real ones, and throws away what it wrote. */
  readonly withScratch: <R>(work: (scratch: ImportScratch) => R) => R;
  /** Throws where the disk has no room for so many bytes more. */
  readonly requireRoom: (bytes: number) => void;
  readonly newId: (nowMs: EpochMs) => string;
  readonly now: () => EpochMs;
};

export type RowsToCommit = {
  readonly fileName: string;
  /** Name of the format. */
  readonly format: string;
  readonly rows: Iterable<Row>;
};

export type Importing = ReturnType<typeof createImporting>;

/** Reading, previewing, committing and taking back, whatever the kinds of records are. */
export function createImporting(given: Dependencies) {
  const { kinds, stores, newId, now } = given;
  const dependencies = { ...given, judgeClaims: createJudgeClaims({ ...stores, specOf: claimSpec }) };
  const catalogue = createFileCatalogue(kinds.map(({ reading }) => reading));
  const readExport = createReadExport(catalogue);

  return {
    catalogue,
    readExport,
    recogniseExport: createRecogniseExport(catalogue),
    importFile: createImportFile({ ...dependencies, readExport }),
    /** Commits rows that stand in no file. */
    importRows({ fileName, format, rows }: RowsToCommit, shop: ImportShop): ImportRunId {
      const kind = kindOfFormat(kinds, format);
      if (!kind) throw new Error(`No kind of record has the format ${format}`);
      const nowMs = now();
      const file = { fileName, sha256: '', kind, format, writtenAtMs: null, rows, onRemark: () => undefined };
      const { run } = commitImport(file, {
        ...dependencies,
        // A new id is what the brand stands for.
        runId: newId(nowMs) as ImportRunId,
        shop,
        agentId: null,
        nowMs,
        shouldStop: () => false,
      });
      return run.id;
    },
    undoImport: (runId: ImportRunId, agentId: AgentId | null, shouldStop = () => false): ImportRun =>
      undoImport(runId, { ...dependencies, agentId, shouldStop, nowMs: now() }),
  };
}

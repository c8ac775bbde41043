import type { AgentId, ImportRunId } from '../../shared/domain/ids.ts';
import type { ImportEffect } from '../../shared/domain/import-effect.ts';
import type { CoveredSpan, ImportRun, RemarkedRow } from '../../shared/domain/import-run.ts';
import { asSubject, type SubjectKind, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { stopIfAsked } from '../kernel/jobs/stopped-error.ts';
import { countRows, newTally } from './import-counts.ts';
import type {
  ImportActivities,
  ImportShop,
  InTransaction,
  JudgeClaims,
  RefreshTasks,
} from './import-ports.ts';
import type { Commit, RecordKind } from './kinds/record-kind.ts';
import type { Row } from './reading/export-row.ts';
import { toDoEffects, withToDo } from './to-do-effects.ts';

export type FileToCommit = {
  readonly fileName: string;
  readonly sha256: string;
  readonly kind: RecordKind;
  /** Name of the format. */
  readonly format: string;
  /** When the platform wrote the file, where that is known. */
  readonly writtenAtMs: EpochMs | null;
  readonly rows: Iterable<Row>;
  readonly onRemark: (remark: RemarkedRow) => void;
};

type LocalFacts = {
  readonly afterKey: number;
  readonly writtenAtMs: EpochMs | null;
  readonly covers: CoveredSpan | null;
};

export type CommitOptions = {
  readonly runId: ImportRunId;
  readonly shop: ImportShop;
  readonly agentId: AgentId | null;
  readonly nowMs: EpochMs;
  readonly stores: {
    readonly runs: {
      lastOrderKey(): number;
      add(run: ImportRun, local: LocalFacts): void;
    };
    readonly activities: ImportActivities;
  };
  readonly inTransaction: InTransaction;
  readonly judgeClaims: JudgeClaims;
  readonly refreshTasks: RefreshTasks;
  readonly shouldStop: () => boolean;
};

export type CommittedImport = { readonly run: ImportRun; readonly effects: readonly ImportEffect[] };

/** Brings the file into the store whole or not at all. */
export function commitImport(file: FileToCommit, options: CommitOptions): CommittedImport {
  return options.inTransaction(() => {
    const { runId, shop, agentId, nowMs, stores, refreshTasks, shouldStop } = options;
    const tally = newTally();
    const beforeStep = () => stopIfAsked(shouldStop);
    const touched = createTouched();
    const afterKey = stores.runs.lastOrderKey();
    const intake = file.kind.takeIn({
      shop,
      nowMs,
      onOutcome: (outcome) => tally[outcome]++,
      onRemark: file.onRemark,
      purpose: commitOf(file, options, { afterKey, touch: touched.add }),
    });
    intake.inBulk({
      work() {
        for (const row of countRows(file.rows, { tally, shouldStop })) {
          if (row.kind === 'record') intake.add(row.record);
        }
        intake.end();
      },
      beforeStep,
    });
    beforeStep();
    intake.settle();
    const { fileName, sha256, format } = file;
    const run: ImportRun = {
      id: runId,
      shopId: shop.id,
      fileName,
      sha256,
      format,
      agentId,
      atMs: nowMs,
      counts: { ...tally },
      undoneAtMs: null,
    };
    stores.runs.add(run, { afterKey, writtenAtMs: file.writtenAtMs, covers: intake.covers() });
    const newTasks = refreshTasks(touched.list(), nowMs);
    beforeStep();
    return { run, effects: withToDo(intake.effects(), toDoEffects(newTasks)) };
  });
}

/** Each activity names the import that brought it. */
function commitOf(
  { writtenAtMs }: FileToCommit,
  { runId, nowMs, stores, judgeClaims }: CommitOptions,
  { afterKey, touch }: Pick<Commit, 'afterKey' | 'touch'>,
): Commit {
  const written = writtenAtMs === null ? {} : { writtenAtMs };
  return {
    kind: 'commit',
    runId,
    afterKey,
    writtenAtMs,
    touch,
    shown(row) {
      if (judgeClaims({ ...row, ...written, importRunId: runId, atMs: nowMs })) touch(row.subject);
    },
    record(deed) {
      stores.activities.append({
        ...deed,
        atMs: nowMs,
        agentId: null,
        taskId: null,
        scriptId: null,
        importRunId: runId,
      });
    },
  };
}

/** Each subject once, in the order in which the file has touched them. */
function createTouched() {
  const byKind = new Map<SubjectKind, Set<string>>();
  return {
    add({ kind, id }: SubjectRef): void {
      const ids = byKind.get(kind) ?? new Set();
      byKind.set(kind, ids.add(id));
    },
    list: (): SubjectRef[] => [...byKind].flatMap(([kind, ids]) => [...ids].map((id) => asSubject(kind, id))),
  };
}

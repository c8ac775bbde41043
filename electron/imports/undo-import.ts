import type { Activity } from '../../shared/domain/activities/activity.ts';
import type { AgentId, ImportRunId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { stopIfAsked } from '../kernel/jobs/stopped-error.ts';
import type { ListDependent } from '../kernel/subjects/refresh-tasks.ts';
import type {
  ClaimsToReopen,
  ImportActivities,
  InTransaction,
  RefreshTasks,
  RemoveUnlessPointedTo,
  RunsToUndo,
} from './import-ports.ts';
import { kindOfFormat, type RecordKind } from './kinds/record-kind.ts';
import { createObstacles } from './obstacles.ts';

export type UndoOptions = {
  readonly agentId: AgentId | null;
  readonly nowMs: EpochMs;
  readonly kinds: readonly RecordKind[];
  readonly stores: {
    readonly runs: RunsToUndo;
    readonly activities: ImportActivities;
    readonly claims: ClaimsToReopen;
  };
  readonly removeUnlessPointedTo: RemoveUnlessPointedTo;
  readonly inTransaction: InTransaction;
  readonly refreshTasks: RefreshTasks;
  readonly listDependent: ListDependent;
  readonly shouldStop: () => boolean;
};

/** Takes an import back as long as nothing was built on it; the store is then as if it had never been. */
export function undoImport(runId: ImportRunId, options: UndoOptions): ImportRun {
  return options.inTransaction(() => {
    const { kinds, stores, agentId, nowMs, refreshTasks, removeUnlessPointedTo, shouldStop } = options;
    const run = stores.runs.get(runId);
    if (!run) throw new AppError('not-found', '没有这次导入');
    if (run.undoneAtMs !== null) throw new AppError('conflict', '这次导入已经撤销过');
    const kind = kindOf(run, kinds);
    const obstacles = createObstacles(kind, kinds);
    obstacles.refuseHandled(
      kind.subjectKind === null ? [] : stores.runs.listBuiltOn(run.id, kind.subjectKind),
    );
    const dependent = options.listDependent(stores.runs.listTold(run.id));
    const touched = kind.takeBack({
      run,
      nowMs,
      activities: () => activitiesOf(run, options),
      beforeStep: () => stopIfAsked(shouldStop),
      note(deed) {
        stores.activities.append({
          ...deed,
          atMs: run.atMs,
          agentId: null,
          taskId: null,
          scriptId: null,
          importRunId: run.id,
        });
      },
      remove(id, work) {
        obstacles.removed(id);
        obstacles.pointedTo(removeUnlessPointedTo({ table: kind.table, id }, work));
      },
      changedSince: obstacles.changedSince,
    });
    obstacles.refuseWhatStandsOnIt();
    const claimed = stores.claims.reopen(runId);
    stores.runs.markUndone(runId, nowMs);
    stores.activities.append({
      atMs: nowMs,
      kind: 'import-undone',
      subject: { kind: 'shop', id: run.shopId },
      agentId,
      taskId: null,
      scriptId: null,
      importRunId: runId,
      data: { text: run.fileName },
    });
    refreshTasks([...touched, ...claimed, ...dependent], nowMs);
    stopIfAsked(shouldStop);
    return { ...run, undoneAtMs: nowMs };
  });
}

function kindOf({ format }: ImportRun, kinds: readonly RecordKind[]): RecordKind {
  const kind = kindOfFormat(kinds, format);
  if (!kind) throw new AppError('conflict', '本版本已不支持这种文件，不能撤销；请用导入时的版本撤销');
  return kind;
}

/** The latest first. */
function* activitiesOf({ id }: ImportRun, { stores, shouldStop }: UndoOptions): Generator<Activity> {
  for (let before: Activity | undefined; ; ) {
    stopIfAsked(shouldStop);
    const page = stores.runs.pageOfActivities(id, before?.id);
    before = page.at(-1);
    if (!before) return;
    yield* page;
  }
}

import { dirname } from 'node:path';
import type { Backup } from '../../../shared/domain/backups/backup.ts';
import { AppError } from '../../../shared/errors.ts';
import type { RescueState } from '../../../shared/ipc/contract/rescue-contract.ts';
import { errorOfJob, type JobFailed } from '../../../shared/job-failed.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import { packTroubled } from '../../diagnostics/pack-diagnostics.ts';
import { saveFile } from '../../exports/save-file.ts';
import { type AnswerCall, createAnswerCall } from '../../ipc/answer-calls.ts';
import { createRescueHandlers } from '../../rescue/rescue-handlers.ts';
import { RescueOutcome, RescueProgress, type RescueTask } from '../../rescue/rescue-task.ts';
import { createSecondBackups } from '../../rescue/second-backups.ts';
import { backupFolderOf, listBackups, stampOf } from '../../store/backups/backup-files.ts';
import { secondFolderIn } from '../../store/backups/second-folder.ts';
import { setAside } from '../../store/backups/take-place.ts';
import { freeBytesOrNull } from '../../store/files/free-space.ts';
import { holdersOf, refuseWhileInUse } from '../../store/state/in-use.ts';
import { explainStorage } from '../../store/state/storage-failure.ts';
import { allowFirstRun, noteSuspect, readNote } from '../../store/state/store-note.ts';
import { isTroubled, storeState, type TroubledState } from '../../store/state/store-state.ts';

/** A lock is looked at so often, and the program opens by itself when it is gone. */
const LOOK_EVERY_MS = SECOND;

export type RescueDependencies = {
  readonly state: TroubledState;
  readonly databasePath: string;
  readonly clock: Clock;
  readonly pageOrigin: string;
  /** `hear` is told of each message of the thread. */
  readonly runTask: (task: RescueTask, hear: (message: unknown) => void) => Promise<unknown>;
  readonly chooseCopy: () => Promise<string | null>;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
  readonly readProgram: () => Promise<Omit<Parameters<typeof packTroubled>[0], 'nowMs' | 'store'>>;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type Rescue = {
  readonly answerCall: AnswerCall;
  /** The store can be opened. */
  readonly isFit: Promise<void>;
};

/** Waits for a store that is lost, locked or damaged to be brought back, and does what the page asks for that. */
export function createRescue(dependencies: RescueDependencies): Rescue {
  const { databasePath, clock, runTask, reportBug } = dependencies;
  const fit = Promise.withResolvers<void>();
  let { state } = dependencies;
  let restoredShare: number | null = null;

  const second = createSecondBackups({
    folder: readNote(databasePath)?.secondFolder ?? null,
    clock,
    async list(chosen) {
      const outcome = await run({ kind: 'list', databasePath, folder: secondFolderIn(chosen) });
      return outcome.kind === 'listed' ? outcome.backups : [];
    },
  });

  const backups = (): Backup[] =>
    [...listBackups(backupFolderOf(databasePath), databasePath), ...second.backups()].toSorted(
      (a, b) => b.atMs - a.atMs,
    );

  function look(): RescueState {
    const note = readNote(databasePath);
    return {
      trouble: state.kind,
      path: databasePath,
      whileRunning: (note?.suspect ?? null) !== null,
      holders: state.kind === 'locked' ? holdersOf(databasePath) : [],
      lastUse: note && { orders: note.orders, atMs: note.atMs },
      backups: backups(),
      second: second.state(),
      restoredPercent: restoredShare === null ? null : Math.floor(restoredShare * 100),
      freeBytes: state.kind === 'full' ? freeBytesOrNull(dirname(databasePath)) : null,
      nowMs: clock.now(),
    };
  }

  /** A store that was just read through need not be read through once more. */
  async function openIfFit({ isThorough }: { readonly isThorough: boolean }): Promise<boolean> {
    const outcome = await run({
      kind: 'look',
      databasePath,
      nowMs: clock.now(),
      busyTimeoutMs: 0,
      isThorough,
    });
    if (outcome.kind !== 'looked') return false;
    if (!isTroubled(outcome.state)) {
      noteSuspect(databasePath, null, clock.now());
      fit.resolve();
      return true;
    }
    ({ state } = outcome);
    return false;
  }

  async function waitForLock(): Promise<void> {
    // A look is enough to see that the lock is still there, and starts no thread every second.
    const isLocked = storeState(databasePath).kind === 'locked';
    if (!isLocked && (await openIfFit({ isThorough: true }))) return;
    if (state.kind === 'locked') clock.runAfter(LOOK_EVERY_MS, lookForLock);
  }

  function lookForLock(): void {
    waitForLock().catch((error: unknown) => reportBug('rescue', error));
  }

  async function run(task: RescueTask): Promise<Exclude<RescueOutcome, JobFailed>> {
    const outcome = RescueOutcome.parse(
      await runTask(task, (message) => {
        const progress = RescueProgress.safeParse(message);
        if (progress.success) restoredShare = progress.data.share;
      }),
    );
    if (outcome.kind !== 'failed') return outcome;
    const error = errorOfJob(outcome);
    if (error !== null) reportBug('rescue', error);
    throw new AppError(outcome.failure.code, outcome.failure.message);
  }

  async function perform(task: RescueTask): Promise<number> {
    const outcome = await run(task);
    return outcome.kind === 'done' ? outcome.value : 0;
  }

  const handlers = createRescueHandlers({
    ...dependencies,
    look,
    openIfFit,
    async restore(from) {
      restoredShare = 0;
      try {
        await perform({ kind: 'restore', from, databasePath, nowMs: clock.now() });
      } finally {
        restoredShare = null;
      }
    },
    saveReadable: (target) => perform({ kind: 'save-readable', databasePath, target }),
    async saveDiagnostics(target) {
      const program = await dependencies.readProgram();
      const content = packTroubled({
        ...program,
        nowMs: clock.now(),
        store: {
          trouble: state.kind,
          detail: state.detail,
          backups: backups().map(({ atMs, bytes, content: holds }) => ({ atMs, bytes, holds })),
        },
      });
      saveFile(target, content);
    },
    setAside() {
      refuseWhileInUse(databasePath);
      setAside(databasePath, clock.now());
      allowFirstRun(databasePath, clock.now());
    },
    today: () => stampOf(clock.now()).slice(0, 8),
  });

  if (state.kind === 'locked') lookForLock();
  return {
    answerCall: createAnswerCall({
      handlers,
      pageOrigin: dependencies.pageOrigin,
      // The agents stand in the store that cannot be read.
      admit: () => {},
      whenFree: async (work) => work(),
      explain: (error) => explainStorage(error, databasePath),
      reportBug,
    }),
    isFit: fit.promise,
  };
}

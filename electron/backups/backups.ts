import { z } from 'zod';
import type { Backup, BackupReason } from '../../shared/domain/backups/backup.ts';
import type { BackupState } from '../../shared/ipc/contract/program/backup-contract.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { HOUR, MINUTE, SECOND } from '../../shared/time/durations.ts';
import type { RunningJob, StartJob } from '../kernel/jobs/job-runner.ts';
import { type JobOutcome, valueOf } from '../kernel/jobs/outcome.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';
import { backupDue } from './backup-due.ts';
import { backupJob } from './backup-job.ts';
import type { Checks } from './checks.ts';
import { createSecondCopy } from './second-copy.ts';

const FIRST_LOOK_AFTER_MS = MINUTE;
const LOOK_EVERY_MS = 10 * MINUTE;
/** At the end of the program the last backup may be so old. */
const FRESH_FOR_MS = 4 * HOUR;
/** Before the program ends it waits no longer, and begins only what is done by then on a slow disk. */
const QUIT_PATIENCE_MS = 5 * SECOND;
const QUIT_BYTES_AT_MOST = 150 * 2 ** 20;
/** A program that was opened for a moment has nothing new. */
const WORTH_A_BACKUP_MS = 10 * MINUTE;
/** An import that changes so much of the store is preceded by a backup. */
const LARGE_ROWS = 1000;
const LARGE_SHARE = 0.1;
const JUST_MADE_MS = 15 * MINUTE;

const NOTE = 'backups';
const Failure = z.object({ atMs: z.int(), reason: z.string() });
const Note = z.object({
  failure: Failure.nullable(),
  secondFailure: Failure.nullable(),
  secondFolder: z.string().nullable(),
  /** The day on which a failure was last shown on the desktop. */
  toldOn: z.string().nullable(),
});
type Note = z.infer<typeof Note>;
const NOTHING_NOTED: Note = { failure: null, secondFailure: null, secondFolder: null, toldOn: null };

type Dependencies = {
  readonly start: StartJob;
  readonly clock: Clock;
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  readonly checks: Checks;
  readonly folder: string;
  readonly list: () => Backup[];
  /** `false` while the store holds nothing that could be lost. */
  readonly isUsed: () => boolean;
  /** The second folder is told beside the store as well: the store may be what is lost. */
  readonly secondFolderChanged: (folder: string | null) => void;
  /** Runs work that writes once no other connection does. */
  readonly whenFree: (work: () => void) => Promise<void>;
  readonly changed: () => void;
  /** Shows the failure on the desktop. */
  readonly tell: (reason: string) => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type Backups = ReturnType<typeof createBackups>;

/** X6: backs the store up by itself, keeps what became of it, and says a failure on the same day. */
export function createBackups(dependencies: Dependencies) {
  const { start, clock, settings, checks, folder, list, isUsed, whenFree, changed, tell, reportBug } =
    dependencies;
  const startedAtMs = clock.now();
  let running: RunningJob<Backup> | undefined;
  let cancelNextLook: (() => void) | undefined;

  const noted = (): Note => settings.read(NOTE, Note) ?? NOTHING_NOTED;
  const last = (): Backup | undefined => list().find(({ content }) => content !== null);
  const ageOf = (backup: Backup | undefined): number =>
    backup ? Math.abs(clock.now() - backup.atMs) : Number.POSITIVE_INFINITY;

  async function note(changes: Partial<Note>): Promise<void> {
    await whenFree(() => settings.write(NOTE, { ...noted(), ...changes }));
    changed();
  }

  function tellOnce(reason: string): Partial<Note> {
    const today = beijingDate(clock.now());
    if (noted().toldOn !== today) tell(reason);
    return { toldOn: today };
  }

  function failed(reason: string | null): z.infer<typeof Failure> | null {
    return reason === null ? null : { atMs: clock.now(), reason };
  }

  const reportAll = (work: Promise<void>) => void work.catch((error) => reportBug('backup', error));

  const second = createSecondCopy({
    start,
    clock,
    changed,
    ended: (reason) =>
      reportAll(note({ secondFailure: failed(reason), ...(reason === null ? {} : tellOnce(reason)) })),
  });

  async function settle(outcome: JobOutcome<Backup>): Promise<void> {
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'failed') {
      const reason = outcome.failure.message;
      await note({ failure: failed(reason), ...tellOnce(reason) });
      return;
    }
    const { secondFolder } = noted();
    await note({ failure: null });
    if (secondFolder !== null) second.copy(outcome.value, secondFolder);
  }

  /** Two that are asked for at once are one. */
  function make(reason: BackupReason): RunningJob<Backup> {
    if (running) return running;
    const job = start(backupJob, { reason }, { title: '备份数据' });
    running = job;
    changed();
    void job.result
      .then((outcome) => {
        running = undefined;
        return settle(outcome);
      })
      .catch((error) => reportBug('backup', error))
      .finally(changed);
    return job;
  }

  function look(): void {
    cancelNextLook = clock.runAfter(LOOK_EVERY_MS, look);
    try {
      if (!isUsed()) return;
      const { failure } = noted();
      const past = { lastAtMs: last()?.atMs ?? null, failedAtMs: failure?.atMs ?? null };
      const reason = backupDue(past, clock.now());
      if (reason) make(reason);
    } catch (error) {
      reportBug('backup', error);
    }
  }

  function state(): BackupState {
    const { failure, secondFailure, secondFolder } = noted();
    return {
      folder,
      backups: list(),
      isRunning: running !== undefined,
      failure,
      second:
        secondFolder === null
          ? null
          : { folder: secondFolder, failure: secondFailure, isCopying: second.isRunning() },
      check: checks.state(),
    };
  }

  return {
    state,
    /** From now on the time of day is watched. */
    watch(): void {
      checks.watch();
      cancelNextLook = clock.runAfter(FIRST_LOOK_AFTER_MS, look);
    },
    stop(): void {
      checks.stop();
      cancelNextLook?.();
    },

    async makeNow(): Promise<BackupState> {
      valueOf(await make('manual').result);
      return state();
    },

    async checkNow(): Promise<BackupState> {
      await checks.makeNow();
      return state();
    },

    async setSecondFolder(secondFolder: string | null): Promise<BackupState> {
      await note({ secondFolder, secondFailure: null });
      dependencies.secondFolderChanged(secondFolder);
      return state();
    },

    /** Resolves when the import may begin; a backup that fails is said, and does not stop the work. */
    async beforeImport(rows: number): Promise<void> {
      if (rows < LARGE_ROWS) return;
      try {
        const backup = last();
        const orders = backup?.content?.orders ?? 0;
        const isDue = rows >= orders * LARGE_SHARE && ageOf(backup) > JUST_MADE_MS;
        if (isDue && isUsed()) await make('import').result;
      } catch (error) {
        reportBug('backup', error);
      }
    },

    /** Before the program ends; it is not held for long. */
    async beforeEnd(): Promise<void> {
      const backup = last();
      const isSmall = backup !== undefined && backup.bytes <= QUIT_BYTES_AT_MOST;
      const hasWorked = clock.now() - startedAtMs >= WORTH_A_BACKUP_MS;
      if (!isSmall || !hasWorked || ageOf(backup) < FRESH_FOR_MS || !isUsed()) return;
      const timeIsOver = Promise.withResolvers<void>();
      const stopWaiting = clock.runAfter(QUIT_PATIENCE_MS, timeIsOver.resolve);
      await Promise.race([make('quit').ended, timeIsOver.promise]);
      stopWaiting();
    },
  };
}

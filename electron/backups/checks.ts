import { z } from 'zod';
import type { CheckState } from '../../shared/ipc/contract/program/backup-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { DAY, HOUR, MINUTE } from '../../shared/time/durations.ts';
import type { RunningJob, StartJob } from '../kernel/jobs/job-runner.ts';
import { type JobOutcome, valueOf } from '../kernel/jobs/outcome.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';
import { type Checked, storeCheckJob } from './check-job.ts';

/** The start and the first backup come first. */
const FIRST_LOOK_AFTER_MS = 3 * MINUTE;
const LOOK_EVERY_MS = HOUR;
const CHECK_EVERY_MS = 7 * DAY;
const TRY_AGAIN_AFTER_MS = DAY;

const NOTE = 'storeCheck';
const Note = z.object({
  atMs: z.int(),
  problems: z.array(z.string()),
  /** Why it could not be checked. */
  failure: z.string().nullable(),
});
type Note = z.infer<typeof Note>;

type Dependencies = {
  readonly start: StartJob;
  readonly clock: Clock;
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  /** The program did not end in order the last time. */
  readonly wasCutOff: boolean;
  /** `false` while the store holds nothing that could be lost. */
  readonly isUsed: () => boolean;
  /** SQLite finds the file damaged. */
  readonly foundDamage: () => void;
  /** Says on the desktop that something is wrong. */
  readonly tell: (problem: string) => void;
  readonly whenFree: (work: () => void) => Promise<void>;
  readonly changed: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type Checks = ReturnType<typeof createChecks>;

/** X6: looks at every page of the store once a week and after an unclean end, behind the screens. */
export function createChecks(dependencies: Dependencies) {
  const { start, clock, settings, isUsed, foundDamage, tell, whenFree, changed, reportBug } = dependencies;
  let { wasCutOff } = dependencies;
  let running: RunningJob<Checked> | undefined;
  let cancelNextLook: (() => void) | undefined;

  const last = (): Note | null => settings.read(NOTE, Note) ?? null;

  function isDue(): boolean {
    if (wasCutOff) return true;
    const note = last();
    if (note === null) return true;
    // A clock that was set back must not put the next check off by a year.
    const age = Math.abs(clock.now() - note.atMs);
    return age >= (note.failure === null ? CHECK_EVERY_MS : TRY_AGAIN_AFTER_MS);
  }

  async function settle(outcome: JobOutcome<Checked>): Promise<void> {
    if (outcome.kind === 'cancelled') return;
    const { problems } = outcome.kind === 'done' ? outcome.value : { problems: [] };
    const failure = outcome.kind === 'failed' ? outcome.failure.message : null;
    const isDamaged = outcome.kind === 'done' && outcome.value.integrity !== 'ok';
    // It says so itself, and stops the program over it.
    if (isDamaged) foundDamage();
    else if (problems[0] !== undefined) tell(problems[0]);
    await whenFree(() => settings.write(NOTE, { atMs: clock.now(), problems, failure } satisfies Note));
  }

  /** Two that are asked for at once are one. */
  function make(): RunningJob<Checked> {
    if (running) return running;
    wasCutOff = false;
    const job = start(storeCheckJob, undefined, { title: '检查数据' });
    running = job;
    changed();
    void follow(job);
    return job;
  }

  async function follow(job: RunningJob<Checked>): Promise<void> {
    const outcome = await job.result;
    running = undefined;
    try {
      await settle(outcome);
    } catch (error) {
      reportBug('check', error);
    }
    changed();
  }

  function look(): void {
    cancelNextLook = clock.runAfter(LOOK_EVERY_MS, look);
    try {
      if (isDue() && isUsed()) make();
    } catch (error) {
      reportBug('check', error);
    }
  }

  return {
    state: (): CheckState => ({ isRunning: running !== undefined, last: last() }),
    watch(): void {
      cancelNextLook = clock.runAfter(FIRST_LOOK_AFTER_MS, look);
    },
    stop: (): void => cancelNextLook?.(),
    async makeNow(): Promise<void> {
      valueOf(await make().result);
    },
  };
}

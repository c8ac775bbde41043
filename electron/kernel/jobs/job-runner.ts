import type { JobId, JobProgress, ListedJob } from '../../../shared/ipc/contract/program/job-contract.ts';
import { JobId as JobIdSchema } from '../../../shared/ipc/contract/program/job-contract.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { SECOND } from '../../../shared/time/durations.ts';
import type { JobSpec } from './job.ts';
import type { JobOutcome } from './outcome.ts';
import { NOTHING_DONE } from './progress.ts';
import { startThread, type Thread } from './thread.ts';

/** A job that looks seldom still ends in this time; one that does not look at all has to be ended. */
const PATIENCE_MS = 5 * SECOND;
/** A thread that is terminated ends with its next step of JavaScript. */
const TERMINATION_MS = SECOND;

type Dependencies = {
  /** `job-worker.ts`, or what it was built to. */
  readonly workerUrl: URL;
  readonly databasePath: string;
  readonly clock: Clock;
  /** The clock runs from another time than the PC's, and so must that of a thread. */
  readonly isClockSet: boolean;
  /** A job was started, got on or ended: every window shows the list anew. */
  readonly changed: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type StartOptions = {
  /** The job is shown in the list of running jobs under this title; without one, the screen that asked shows it. */
  readonly title?: string;
  /** The message for the agent who stops the job; left out: that it was cancelled. */
  readonly stopNote?: string;
  readonly onProgress?: (progress: JobProgress) => void;
};

export type RunningJob<Out> = {
  /** Always answers, and never rejects. */
  readonly result: Promise<JobOutcome<Out>>;
  /** A thread may tidy up behind its answer; what was answered is safe before that. */
  readonly ended: Promise<void>;
  /** The job ends within a second and leaves nothing behind, unless it was done already. */
  cancel(): void;
};

type Entry = {
  readonly id: JobId;
  readonly title: string | null;
  readonly label: string;
  readonly stopNote: string | null;
  readonly writes: boolean;
  readonly stopFlag: Int32Array<SharedArrayBuffer>;
  readonly ended: Promise<void>;
  progress: JobProgress;
  /** `waiting` for another job that writes; `tidying` behind its answer. */
  state: 'waiting' | 'running' | 'tidying';
  readonly launch: () => void;
  readonly cancel: () => void;
  readonly terminate: () => void;
};

export type JobRunner = ReturnType<typeof createJobRunner>;
export type StartJob = JobRunner['start'];

/** Runs all bulk work on the store, each job in a thread of its own, so that no click waits for it. */
export function createJobRunner(dependencies: Dependencies) {
  const { workerUrl, databasePath, clock, isClockSet, changed, reportBug } = dependencies;
  // In the order in which they were started.
  const entries = new Map<JobId, Entry>();
  let startedCount = 0;
  let isEnding = false;

  function launchNext(): void {
    if (isEnding) return;
    const writers = [...entries.values()].filter(({ writes }) => writes);
    if (writers.every(({ state }) => state === 'waiting')) writers[0]?.launch();
    for (const entry of entries.values()) if (!entry.writes && entry.state === 'waiting') entry.launch();
  }

  function start<In, Out>(spec: JobSpec<In, Out>, input: In, options: StartOptions = {}): RunningJob<Out> {
    const id = JobIdSchema.parse(String(++startedCount));
    const stopFlag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const result = Promise.withResolvers<JobOutcome<Out>>();
    const ended = Promise.withResolvers<void>();
    let thread: Thread<Out> | undefined;

    function leave(): void {
      entries.delete(id);
      ended.resolve();
      launchNext();
      changed();
    }

    async function launch(): Promise<void> {
      entry.state = 'running';
      thread = startThread({
        workerUrl,
        spec,
        clock,
        data: {
          databasePath,
          startsAtMs: isClockSet ? clock.now() : null,
          stopFlag: stopFlag.buffer,
          name: spec.name,
          input,
        },
        onProgress(progress) {
          entry.progress = progress;
          options.onProgress?.(progress);
          if (entry.title !== null) changed();
        },
        reportBug,
      });
      result.resolve(await thread.result);
      entry.state = 'tidying';
      changed();
      await thread.ended;
      leave();
    }

    const entry: Entry = {
      id,
      title: options.title ?? null,
      label: spec.label,
      stopNote: options.stopNote ?? null,
      writes: spec.writes,
      stopFlag,
      ended: ended.promise,
      progress: NOTHING_DONE,
      state: 'waiting',
      launch: () => void launch(),
      cancel() {
        Atomics.store(stopFlag, 0, 1);
        if (entry.state !== 'waiting') return;
        result.resolve({ kind: 'cancelled' });
        leave();
      },
      terminate: () => thread?.terminate(),
    };
    entries.set(id, entry);
    if (isEnding) entry.cancel();
    else launchNext();
    changed();
    return { result: result.promise, ended: ended.promise, cancel: entry.cancel };
  }

  /** Whether all jobs have ended before the time was over. */
  async function haveEnded(withinMs: number): Promise<boolean> {
    const timeIsOver = Promise.withResolvers<false>();
    const stopWaiting = clock.runAfter(withinMs, () => timeIsOver.resolve(false));
    const all = Promise.all([...entries.values()].map((entry) => entry.ended)).then(() => true);
    const isInTime = await Promise.race([all, timeIsOver.promise]);
    stopWaiting();
    return isInTime;
  }

  return {
    start,

    /** The jobs that go on and that no screen of their own shows. */
    list: (): ListedJob[] =>
      [...entries.values()].flatMap(({ id, title, stopNote, state, progress }) =>
        title === null || state === 'tidying'
          ? []
          : [{ id, title, stopNote, isWaiting: state === 'waiting', ...progress }],
      ),

    cancel: (id: JobId): void => entries.get(id)?.cancel(),

    /** All jobs that run or wait, in the agent's words. */
    underWay: (): string[] => [...entries.values()].map(({ title, label }) => title ?? label),

    /**
     * Before the program ends. A job that hangs must not keep a program without a window alive, so it is given some
     * seconds and is then ended where it is; SQLite takes back what was not committed. `false` where even that fails,
     * because a thread is in the middle of one long statement.
     */
    async end(): Promise<boolean> {
      isEnding = true;
      for (const entry of entries.values()) entry.cancel();
      if (await haveEnded(PATIENCE_MS)) return true;
      for (const entry of entries.values()) entry.terminate();
      return haveEnded(TERMINATION_MS);
    },
  };
}

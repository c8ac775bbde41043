/** Runs the work so many milliseconds later, after what is waiting already. */
export type RunLater = (work: () => void, afterMs: number) => void;

type Work<Stage extends string> = {
  /** Does a little, and says so when a stage is reached with it. */
  readonly slices: () => Iterator<Stage | undefined, unknown>;
  readonly runLater: RunLater;
};

type Waiter<Stage> = { readonly stage: Stage; resolve(): void; reject(error: unknown): void };

/** The work leaves most of the time to others as long as no caller waits for it. */
const PAUSE_MS = 20;

/** Long work, done a little at a time: quickly while somebody waits for a stage of it, else with pauses. */
export function createSlicedWork<Stage extends string>({ slices, runLater }: Work<Stage>) {
  const reached = new Set<Stage>();
  let waiters: Waiter<Stage>[] = [];
  let current: Iterator<Stage | undefined, unknown> | undefined;
  /** Of all that were put off, only the last is done: a second one would be a second thread through the same work. */
  let turn = 0;

  function goOn(): void {
    turn += 1;
    const mine = turn;
    const pauseMs = waiters.length > 0 ? 0 : PAUSE_MS;
    runLater(() => {
      if (mine === turn) doSlice();
    }, pauseMs);
  }

  function doSlice(): void {
    try {
      const slice = current?.next();
      if (slice === undefined || slice.done === true) return;
      if (slice.value !== undefined) arrive(slice.value);
      goOn();
    } catch (error) {
      fail(error);
    }
  }

  function arrive(stage: Stage): void {
    reached.add(stage);
    const there = waiters.filter((waiter) => waiter.stage === stage);
    waiters = waiters.filter((waiter) => waiter.stage !== stage);
    for (const { resolve } of there) resolve();
  }

  /** The next caller starts the work over. */
  function fail(error: unknown): void {
    const waiting = waiters;
    waiters = [];
    startOver();
    if (waiting.length === 0) throw error;
    for (const { reject } of waiting) reject(error);
  }

  function startOver(): void {
    turn += 1;
    current = undefined;
    reached.clear();
    if (waiters.length > 0) start();
  }

  function start(): void {
    current = slices();
    goOn();
  }

  return {
    async reached(stage: Stage): Promise<void> {
      if (reached.has(stage)) return;
      await new Promise<void>((resolve, reject) => {
        waiters.push({ stage, resolve, reject });
        // Somebody waits now: what was put off for longer is put off anew.
        if (current === undefined) start();
        else goOn();
      });
    },
    /** Everything is to be done again; at once only if somebody waits. */
    startOver,
  };
}

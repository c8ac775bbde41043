import type { RunningJob } from './job-runner.ts';

/** A job that begins once something else is over; cancelled before that, it never begins. */
export function startAfter<Out>(first: Promise<void>, begin: () => RunningJob<Out>): RunningJob<Out> {
  let running: RunningJob<Out> | undefined;
  let isCancelled = false;

  async function run() {
    await first;
    if (isCancelled) return { kind: 'cancelled' } as const;
    running = begin();
    return running.result;
  }

  const result = run();
  return {
    result,
    ended: result.then(() => running?.ended),
    cancel() {
      isCancelled = true;
      running?.cancel();
    },
  };
}

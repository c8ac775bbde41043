import type { Clock } from '../../shared/time/clock.ts';

type Quiet = {
  /** So long nobody has asked for anything. */
  readonly quietMs: number;
  /** The work waits no longer, even if somebody asks all the time. */
  readonly atLatestMs: number;
};

/** Does the work as soon as those who ask have been quiet for a moment; `hear` makes a function that asks heard. */
export function onceQuiet(
  clock: Pick<Clock, 'runAfter' | 'elapsed'>,
  { quietMs, atLatestMs }: Quiet,
  work: () => void,
): {
  readonly hear: <A extends unknown[], R>(ask: (...args: A) => R) => (...args: A) => R;
  readonly cancel: () => void;
} {
  const endMs = clock.elapsed() + atLatestMs;
  let isDone = false;

  function wait(): () => void {
    return clock.runAfter(Math.min(quietMs, Math.max(0, endMs - clock.elapsed())), () => {
      isDone = true;
      work();
    });
  }

  let cancel = wait();

  function asked(): void {
    if (isDone) return;
    cancel();
    cancel = wait();
  }

  return {
    hear:
      (ask) =>
      (...args) => {
        asked();
        return ask(...args);
      },
    cancel(): void {
      isDone = true;
      cancel();
    },
  };
}

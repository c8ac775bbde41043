import { stat } from 'node:fs/promises';
import type { Growing } from '../../../shared/growing.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { SECOND } from '../../../shared/time/durations.ts';

const LOOK_EVERY_MS = SECOND / 4;

type Options = {
  readonly clock: Clock;
  /** The share of all the work that is done. */
  readonly tell: (share: number) => void;
};

/** Tells how far a file has grown, until it is stopped. The thread that writes it cannot: one statement does all. */
export function followGrowth({ file, bytes, from, to }: Growing, { clock, tell }: Options): () => void {
  let isStopped = false;
  let cancelNextLook: (() => void) | undefined;

  async function sizeNow(): Promise<number> {
    try {
      return (await stat(file)).size;
    } catch {
      // Not begun yet, or finished and renamed.
      return 0;
    }
  }

  async function look(): Promise<void> {
    const size = await sizeNow();
    if (isStopped) return;
    if (size > 0 && bytes > 0) tell(from + (to - from) * Math.min(1, size / bytes));
    cancelNextLook = clock.runAfter(LOOK_EVERY_MS, () => void look());
  }

  void look();
  return () => {
    isStopped = true;
    cancelNextLook?.();
  };
}

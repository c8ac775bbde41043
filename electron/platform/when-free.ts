import type { Clock } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';

const LOOK_AGAIN_MS = 40;
/** Longer than any import holds the store; after that something is wrong and the error is told. */
const PATIENCE_MS = 2 * MINUTE;

/** SQLite's word for "another connection is writing": the statement did nothing and may be tried again. */
export function isStoreBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/** Frees what was put aside for a full disk, which has refused the work; `false` where that does not help. */
export type MakeRoom = (error: unknown) => boolean;

export type WhenFree = <T>(work: () => T | Promise<T>) => Promise<T>;

/**
 * Runs the work, and again while an import is writing, or once there is room for it on a full disk. The store's own waiting would stop the whole program; this
 * lets it go on. Fit for work that is one transaction: a busy store has refused it before its first write.
 */
export function createWhenFree(clock: Clock, makeRoom: MakeRoom, patienceMs = PATIENCE_MS): WhenFree {
  const pause = () =>
    new Promise<void>((resolve) => {
      clock.runAfter(LOOK_AGAIN_MS, resolve);
    });

  async function attempt<T>(work: () => T | Promise<T>, untilMs: number): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (makeRoom(error)) return attempt(work, untilMs);
      if (!isStoreBusy(error) || clock.elapsed() >= untilMs) throw error;
    }
    await pause();
    return attempt(work, untilMs);
  }

  return (work) => attempt(work, clock.elapsed() + patienceMs);
}

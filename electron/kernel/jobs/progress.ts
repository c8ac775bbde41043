import type { JobProgress } from '../../../shared/ipc/contract/program/job-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { SECOND } from '../../../shared/time/durations.ts';

const TELL_EVERY_MS = 100;
/** Earlier, the start of the work is most of what was measured. */
const TELLS_TIME_AFTER_MS = SECOND / 2;

/** A job counts bytes of a file, rows or orders; `total` is `null` where the job cannot tell it. */
export type OnProgress = (done: number, total: number | null) => void;

export const NOTHING_DONE: JobProgress = { done: 0, total: null, timeLeftMs: null };

type Options = { readonly now: () => EpochMs; readonly tell: (progress: JobProgress) => void };

/** Turns every step of a job into a few reports that a person can follow. */
export function createProgress({ now, tell }: Options): OnProgress {
  let startedAtMs: EpochMs | undefined;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const nowMs = now();
    startedAtMs ??= nowMs;
    // A clock that was set back must not silence the reports.
    if (done !== total && Math.abs(nowMs - toldAtMs) < TELL_EVERY_MS) return;
    toldAtMs = nowMs;
    const spentMs = nowMs - startedAtMs;
    const canTell = total !== null && spentMs >= TELLS_TIME_AFTER_MS && done > 0;
    tell({ done, total, timeLeftMs: canTell ? Math.round((spentMs * (total - done)) / done) : null });
  };
}

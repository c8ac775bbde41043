import type { JobProgress } from '../../../shared/ipc/contract/job-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { SECOND } from '../../../shared/time/durations.ts';

const REPORT_EVERY_MS = 100;
/** Earlier, the start of the program is most of what was measured. */
const TELLS_AFTER_MS = SECOND / 2;

type Options = { readonly now: () => EpochMs; readonly onProgress: (progress: JobProgress) => void };

/** Turns every step of a job into a few reports that a person can follow. */
export function createProgress({ now, onProgress }: Options): (done: number, total: number) => void {
  const startedAtMs = now();
  let reportedAtMs = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const nowMs = now();
    // A clock that was set back must not silence the reports.
    if (done < total && Math.abs(nowMs - reportedAtMs) < REPORT_EVERY_MS) return;
    reportedAtMs = nowMs;
    const spentMs = nowMs - startedAtMs;
    const canTell = spentMs >= TELLS_AFTER_MS && done > 0;
    onProgress({
      done,
      total,
      timeLeftMs: canTell ? Math.round((spentMs * (total - done)) / done) : null,
    });
  };
}

import { beijingDate } from '../../../shared/time/beijing.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { JobSpec } from './job.ts';
import type { StartJob } from './job-runner.ts';
import { isDone } from './outcome.ts';

export type SaveAsPorts = {
  readonly start: StartJob;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly clock: Clock;
};

type File<In> = {
  /** `订单`, to which the day is added. */
  readonly name: string;
  readonly format: string;
  readonly job: JobSpec<In, unknown>;
  /** Behind 正在, where the job's own label says too little. */
  readonly title?: string;
  readonly inputFor: (path: string) => In;
};

/** Asks where to, before anything is read, and has a job write the file; `null` when the agent thinks better of it. */
export function createSaveAs({ start, chooseTarget, clock }: SaveAsPorts) {
  return async <In>({ name, format, job, title = job.label, inputFor }: File<In>): Promise<string | null> => {
    const path = await chooseTarget(`${name}-${beijingDate(clock.now())}.${format}`);
    if (path === null) return null;
    const { result } = start(job, inputFor(path), { title });
    return isDone(await result) ? path : null;
  };
}

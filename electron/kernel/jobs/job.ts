import type { z } from 'zod';
import type { Growing } from '../../../shared/growing.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../../store/connection.ts';
import type { OnProgress } from './progress.ts';

/** Bulk work of a domain, as main asks for it: an import, an export, a report, a refresh after new settings. */
export type JobSpec<In, Out> = {
  /** `imports.commit`: the thread finds the job by it, and the log says it. */
  readonly name: string;
  /** An agent reads it behind 正在: `导入文件`. */
  readonly label: string;
  readonly input: z.ZodType<In>;
  readonly output: z.ZodType<Out>;
  /** Jobs that write run one at a time, in the order in which they were started; those that read run beside them. */
  readonly writes: boolean;
};

/** The input that main gives, and the way in which the job speaks with main while it goes on. */
export type JobWork<In> = {
  readonly input: In;
  /** A job may call it at every step: the thread passes on ten calls a second. */
  readonly onProgress: OnProgress;
  /** For one long statement, during which the job itself cannot tell how far it is. */
  readonly onGrowing: (growing: Growing) => void;
  /** A job asks now and then, and throws a `StoppedError`. */
  readonly shouldStop: () => boolean;
};

/** A thread's own connection, and a core built on it as soon as a job asks for it. */
export type Workplace<Core> = { readonly db: WritableDb; readonly clock: Clock; readonly core: Core };

/** A spec together with the work, its types closed over, so that jobs of all domains stand in one list. */
export type Job<Core> = {
  readonly name: string;
  readonly writes: boolean;
  readonly perform: (work: JobWork<unknown>, place: Workplace<Core>) => Promise<unknown>;
};

export function job<In, Out, Core>(
  { name, writes, input }: JobSpec<In, Out>,
  run: (work: JobWork<In>, place: Workplace<Core>) => Out | Promise<Out>,
): Job<Core> {
  return {
    name,
    writes,
    perform: async (work, place) => run({ ...work, input: input.parse(work.input) }, place),
  };
}

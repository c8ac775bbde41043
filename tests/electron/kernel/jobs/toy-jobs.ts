import { z } from 'zod';
import { type JobSpec, type JobWork, job } from '../../../../electron/kernel/jobs/job.ts';
import { StoppedError } from '../../../../electron/kernel/jobs/stopped-error.ts';
import { AppError } from '../../../../shared/errors.ts';

export type Gate = Int32Array<SharedArrayBuffer>;

/** The job goes on until the test opens the gate. */
const Held = z.object({ gate: z.custom<Gate>((value) => value instanceof Int32Array), answer: z.string() });
type Held = z.infer<typeof Held>;

export const writeJob: JobSpec<Held, string> = {
  name: 'toy.write',
  label: '写入',
  input: Held,
  output: z.string(),
  writes: true,
};
export const readJob: JobSpec<Held, string> = { ...writeJob, name: 'toy.read', label: '读取', writes: false };
export const refuseJob: JobSpec<string, string> = {
  name: 'toy.refuse',
  label: '拒绝',
  input: z.string(),
  output: z.string(),
  writes: false,
};
export const breakJob: JobSpec<string, string> = { ...refuseJob, name: 'toy.break' };
/** Answers with something else than it promises. */
export const lieJob: JobSpec<string, string> = { ...refuseJob, name: 'toy.lie' };
/** Writes a row, does not commit it, and never looks whether it should stop. */
export const hangJob: JobSpec<undefined, undefined> = {
  name: 'toy.hang',
  label: '挂起',
  input: z.undefined(),
  output: z.undefined(),
  writes: true,
};

function hold({ input: { gate, answer }, onProgress, shouldStop }: JobWork<Held>): string {
  onProgress(1, 2);
  while (Atomics.load(gate, 0) === 0) {
    if (shouldStop()) throw new StoppedError();
    Atomics.wait(gate, 0, 0, 5);
  }
  return answer;
}

export const toyJobs = [
  job(writeJob, (work, { db }) => {
    const answer = hold(work);
    db.prepare('INSERT INTO notes (text) VALUES (?)').run(answer);
    return answer;
  }),
  job(readJob, hold),
  job(refuseJob, ({ input }) => {
    throw new AppError('conflict', input);
  }),
  job(breakJob, ({ input }) => {
    throw new TypeError(input);
  }),
  // The lie is the point of it.
  job(lieJob, () => 7 as unknown as string),
  job(hangJob, ({ onProgress }, { db }) => {
    db.exec(`BEGIN IMMEDIATE; INSERT INTO notes (text) VALUES ('never')`);
    onProgress(1, 1);
    for (;;);
  }),
];

import { type Count, createHands, type Hands } from '../support/hands.ts';
import type { Stage } from './stage.ts';

/** A job of an agent, as the finding counted it; `play` goes through the hands alone and ends when its result is seen. */
export type Job = {
  readonly row: string;
  readonly name: string;
  /** The count of the shift that was counted by hand. */
  readonly before: string;
  /** The aim of that count. */
  readonly target: Partial<Count>;
  /** Why it takes more, or what the count leaves out. */
  readonly remark?: string;
  readonly prepare: (stage: Stage) => Promise<void>;
  readonly play: (stage: Stage, hands: Hands) => Promise<void>;
  /** Takes back the state over which the next job would stumble; not counted. */
  readonly restore?: (stage: Stage) => Promise<void>;
};

export type Played = { readonly job: Job; readonly count: Count; readonly seconds: number };

export async function playJob(job: Job, stage: Stage): Promise<Played> {
  await job.prepare(stage);
  const hands = createHands();
  hands.isLedTo(stage.window);
  const startedMs = performance.now();
  await job.play(stage, hands);
  const seconds = (performance.now() - startedMs) / 1000;
  await job.restore?.(stage);
  return { job, count: hands.counted(), seconds };
}

import type { QueueFilter } from '../../../shared/ipc/contract/task-contract.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { InTurns } from '../../platform/in-turns.ts';
import type { Queue } from './queue.ts';

type Dependencies = {
  readonly queue: Queue;
  readonly inTurns: InTurns;
  readonly clock: Clock;
};

export function createTaskHandlers({ queue, inTurns, clock }: Dependencies) {
  async function prepareSearch({ text }: QueueFilter): Promise<void> {
    if (text.trim() !== '') await inTurns(queue.learnWords());
  }

  return {
    'tasks.queue': async (query) => {
      await prepareSearch(query);
      return queue.page({ ...query, nowMs: clock.now() });
    },
    'tasks.counts': async (filter) => {
      await prepareSearch(filter);
      return queue.count(filter, clock.now());
    },
  } satisfies Partial<Handlers>;
}

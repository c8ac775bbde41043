import type { OrderId } from '../../shared/domain/ids.ts';
import type { Task } from '../../shared/domain/task.ts';
import type { QueueCounts, QueueFilter, QueuePage } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { InTurns } from '../platform/in-turns.ts';

type QueueQuery = QueueFilter & {
  readonly sort: 'time' | 'money';
  readonly offset: number;
  readonly limit: number;
  readonly nowMs: EpochMs;
};

type Dependencies = {
  readonly queue: {
    listQueue(query: QueueQuery): QueuePage;
    countQueue(filter: QueueFilter, nowMs: EpochMs): QueueCounts;
    learnWords(): Iterator<undefined>;
  };
  readonly inTurns: InTurns;
  readonly tasksOfOrder: (id: OrderId) => Task[];
  readonly clock: Clock;
};

export function createTaskHandlers({ queue, tasksOfOrder, inTurns, clock }: Dependencies) {
  async function prepareSearch({ text }: QueueFilter): Promise<void> {
    if (text.trim() !== '') await inTurns(queue.learnWords());
  }

  return {
    'tasks.queue': async (query) => {
      await prepareSearch(query);
      return queue.listQueue({ ...query, nowMs: clock.now() });
    },
    'tasks.counts': async (filter) => {
      await prepareSearch(filter);
      return queue.countQueue(filter, clock.now());
    },
    'tasks.listForOrder': ({ orderId }) => tasksOfOrder(orderId),
  } satisfies Partial<Handlers>;
}

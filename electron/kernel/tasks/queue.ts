import type { QueueCounts, QueueFilter, QueuePage } from '../../../shared/ipc/contract/task-contract.ts';
import type { QueueAsker, QueueQuery, TaskQueue } from '../../store/tasks/task-queue.ts';
import type { Subjects } from '../subjects/subjects.ts';

export type Queue = ReturnType<typeof createQueue>;

/** X1: everything with a deadline, each card with what its subject says of itself. */
export function createQueue({ store, subjects }: { readonly store: TaskQueue; readonly subjects: Subjects }) {
  return {
    learnWords: store.learnWords,
    readAhead: store.readAhead,
    dayAhead: store.dayAhead,
    count: (filter: QueueFilter, asker: QueueAsker): QueueCounts => store.countQueue(filter, asker),
    page(query: QueueQuery): QueuePage {
      const { cards, byGroup, total } = store.listQueue(query);
      const summaryOf = subjects.summarise(cards.map(({ task }) => task.subject));
      const rows = cards.map((card) => ({ ...card, summary: summaryOf(card.task.subject) }));
      return { rows, byGroup, total, nowMs: query.nowMs };
    },
  };
}

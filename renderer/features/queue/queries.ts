import { queryOptions } from '@tanstack/react-query';
import { attentionAtMs } from '../../../shared/domain/tasks/task.ts';
import type { QueuePage } from '../../../shared/ipc/contract/task-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { TASKS_REFRESH_MS } from '../../lib/main-process/task-counts.ts';
import { setMainNow } from '../../lib/time/now.ts';
import type { QueueView } from './queue-view.ts';

/** The tabs of what is not due yet. */
const COMING = ['promised', 'later'] as const;

export const PAGE_SIZE = 100;

/** A page that knows its number. */
export type LoadedPage = QueuePage & { readonly page: number };

export const queueQueries = {
  all: () => QUERY_ROOTS.tasks,
  page: (view: QueueView, page: number) =>
    queryOptions({
      queryKey: [...queueQueries.all(), 'queue', view, page],
      queryFn: async (): Promise<LoadedPage> => {
        const result = await call('tasks.queue', { ...view, offset: page * PAGE_SIZE, limit: PAGE_SIZE });
        setMainNow(result.nowMs);
        return { ...result, page };
      },
      refetchInterval: TASKS_REFRESH_MS,
    }),
  /** The next task that is to come, for a queue with nothing in it. */
  next: ({ shopId, kind, owner }: QueueView) =>
    queryOptions({
      queryKey: [...queueQueries.all(), 'next', { shopId, kind, owner }],
      queryFn: async () => {
        const filter = { shopId, kind, owner, text: '', sort: 'time', offset: 0, limit: 1 } as const;
        const firsts = await Promise.all(
          COMING.map(async (bucket) => (await call('tasks.queue', { ...filter, bucket })).rows),
        );
        return firsts.flat().toSorted((a, b) => attentionAtMs(a.task) - attentionAtMs(b.task))[0] ?? null;
      },
    }),
  hasOrders: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.orders, 'any'],
      queryFn: async () => {
        const filter = { shopId: null, status: null, text: '', sort: 'newest' } as const;
        const { total } = await call('orders.page', { ...filter, offset: 0, limit: 1 });
        return total > 0;
      },
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { MINUTE } from '../../shared/time/durations.ts';
import { call } from '../lib/ipc.ts';
import { QUERY_ROOTS } from '../lib/query-roots.ts';

const EVERYTHING = { bucket: 'now', shopId: null, kind: null, owner: null, text: '' } as const;

/** What the frame around the screens asks for. */
export const shellQueries = {
  /** How many are due, whatever the queue is filtered by. */
  due: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.tasks, 'due'],
      queryFn: () => call('tasks.counts', EVERYTHING),
      // Time alone makes tasks due.
      refetchInterval: MINUTE / 2,
    }),
  /** Work that goes on behind the screens. */
  jobs: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.jobs, 'list'],
      queryFn: () => call('jobs.list', undefined),
    }),
  /** Proposals to answer, and answers to read. */
  waitingProposals: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'waiting'],
      queryFn: () => call('scriptProposals.waiting', undefined),
    }),
  findOrders: (text: string) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.orders, 'find', text],
      queryFn: () => call('orders.find', { text }),
      enabled: text !== '',
      placeholderData: (previous) => previous,
    }),
  findScripts: (text: string) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'find', text],
      queryFn: () =>
        call('scripts.search', { text, occasion: { orderId: null, taskId: null, reason: null }, limit: 8 }),
      enabled: text !== '',
      placeholderData: (previous) => previous,
    }),
};

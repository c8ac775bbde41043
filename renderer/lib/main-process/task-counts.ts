import { queryOptions } from '@tanstack/react-query';
import type { QueueFilter } from '../../../shared/ipc/contract/task-contract.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { call } from './ipc.ts';
import { QUERY_ROOTS } from './query-roots.ts';

/** Tasks become due by time alone, of which main sends no message. */
export const TASKS_REFRESH_MS = MINUTE / 2;

/** One question for all who count the same: the queue, the number beside the workbench, the note of what was missed. */
export const taskCountsQuery = ({ bucket, shopId, kind, owner, text }: QueueFilter) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.tasks, 'counts', { bucket, shopId, kind, owner, text }],
    queryFn: () => call('tasks.counts', { bucket, shopId, kind, owner, text }),
    placeholderData: (previous) => previous,
    refetchInterval: TASKS_REFRESH_MS,
  });

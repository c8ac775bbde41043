import { queryOptions } from '@tanstack/react-query';
import { MINUTE } from '../../../shared/time/durations.ts';
import { call } from '../../lib/ipc.ts';
import { QUERY_ROOTS } from '../../lib/query-roots.ts';

export const reminderQueries = {
  missedCount: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.tasks, 'missed-count'],
      queryFn: async () => {
        const everything = { shopId: null, kind: null, owner: null, text: '' } as const;
        const { byBucket } = await call('tasks.counts', { bucket: 'missed', ...everything });
        return byBucket.missed;
      },
      refetchInterval: MINUTE,
    }),
};

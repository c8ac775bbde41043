import { queryOptions } from '@tanstack/react-query';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

/** Stale with every task, and with time alone: what is due in an hour is due now an hour later. */
export const todayQuery = (shopId: ShopId | null) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.tasks, 'today', shopId],
    queryFn: async () => {
      const today = await call('today.show', { shopId });
      setMainNow(today.nowMs);
      return today;
    },
    refetchInterval: MINUTE,
    placeholderData: (previous) => previous,
  });

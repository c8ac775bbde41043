import { queryOptions } from '@tanstack/react-query';
import type { HandoverId } from '../../../shared/domain/handovers/handover.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { ofKind, QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

/** A sheet says of each task whether it is done, so a change of any subject makes all of it stale. */
export const handoverQueries = {
  detail: (id: HandoverId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'handover', id],
      queryFn: async () => {
        const detail = await call('handovers.detail', { id });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
  list: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'handovers'],
      queryFn: () => call('handovers.list', undefined),
    }),
  waiting: () =>
    queryOptions({
      queryKey: [...ofKind('handover'), 'waiting'],
      queryFn: () => call('handovers.waiting', undefined),
    }),
};

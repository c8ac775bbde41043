import { queryOptions } from '@tanstack/react-query';
import type { BulletinId } from '../../../shared/domain/bulletins/bulletin.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

export const bulletinQueries = {
  detail: (id: BulletinId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'bulletin', id],
      queryFn: async () => {
        const detail = await call('bulletins.detail', { id });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
  list: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'bulletins'],
      queryFn: () => call('bulletins.list', undefined),
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const noticeQueries = {
  list: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.notices, 'list'],
      queryFn: () => call('notices.list', undefined),
    }),
};

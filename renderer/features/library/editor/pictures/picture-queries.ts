import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../../../lib/main-process/query-roots.ts';

export const pictureQueries = {
  list: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'pictures'],
      queryFn: () => call('pictures.list', undefined),
    }),
};

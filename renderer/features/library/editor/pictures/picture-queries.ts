import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../lib/ipc.ts';
import { QUERY_ROOTS } from '../../../../lib/query-roots.ts';

export const pictureQueries = {
  list: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'pictures'],
      queryFn: () => call('pictures.list', undefined),
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { ofImports } from '../../lib/main-process/query-roots.ts';

/** An import, or its undo, makes the orders of a shop younger or older. */
export const dataAgeQuery = () =>
  queryOptions({
    queryKey: [...ofImports('runs'), 'data-age'],
    queryFn: () => call('imports.dataAge', undefined),
  });

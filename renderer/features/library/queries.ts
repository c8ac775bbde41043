import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/ipc.ts';
import { QUERY_ROOTS } from '../../lib/query-roots.ts';

export const libraryQueries = {
  all: () => [...QUERY_ROOTS.scripts, 'library'] as const,
  library: () =>
    queryOptions({ queryKey: libraryQueries.all(), queryFn: () => call('scripts.library', undefined) }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/ipc.ts';

export const libraryQueries = {
  all: () => ['scripts', 'library'] as const,
  library: () =>
    queryOptions({ queryKey: libraryQueries.all(), queryFn: () => call('scripts.library', undefined) }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { ofImports, QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

const RUNS_SHOWN = 200;

export const importQueries = {
  all: () => QUERY_ROOTS.imports,
  jobs: () =>
    queryOptions({
      queryKey: ofImports('jobs'),
      queryFn: () => call('imports.jobs', undefined),
    }),
  runs: () =>
    queryOptions({
      queryKey: ofImports('runs'),
      queryFn: () => call('imports.runs', { limit: RUNS_SHOWN }),
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/ipc.ts';

const RUNS_SHOWN = 200;

export const importQueries = {
  all: () => ['imports'] as const,
  jobs: () =>
    queryOptions({
      queryKey: [...importQueries.all(), 'jobs'],
      queryFn: () => call('imports.jobs', undefined),
    }),
  runs: () =>
    queryOptions({
      queryKey: [...importQueries.all(), 'runs'],
      queryFn: () => call('imports.runs', { limit: RUNS_SHOWN }),
    }),
  offers: () =>
    queryOptions({
      queryKey: [...importQueries.all(), 'offers'],
      queryFn: () => call('imports.offers', undefined),
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

/** The frame around the screens asks for these. */
export const shellQueries = {
  /** Work that goes on behind the screens. */
  jobs: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.jobs, 'list'],
      queryFn: () => call('jobs.list', undefined),
    }),
  /** Proposals to answer, and answers to read. */
  waitingProposals: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'waiting'],
      queryFn: () => call('scriptProposals.waiting', undefined),
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const rosterQueries = {
  /** `'2026-06'` */
  month: (month: string) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'roster', month],
      queryFn: () => call('roster.month', { month }),
      placeholderData: (previous) => previous,
    }),
};

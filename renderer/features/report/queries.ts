import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChaseReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const reportQueries = {
  all: () => QUERY_ROOTS.reports,
  chase: (query: ChaseReportQuery) =>
    queryOptions({
      queryKey: [...reportQueries.all(), 'chase', query],
      queryFn: () => call('reports.chase', query),
      // The numbers stay while other dates are counted, so that the page does not jump.
      placeholderData: keepPreviousData,
    }),
};

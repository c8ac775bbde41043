import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { RefundDrillQuery } from '../../../shared/ipc/contract/refund-report-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const reportQueries = {
  all: () => QUERY_ROOTS.reports,
  chase: (query: ReportQuery) =>
    queryOptions({
      queryKey: [...reportQueries.all(), 'chase', query],
      queryFn: () => call('reports.chase', query),
      // The numbers stay while other dates are counted, so that the page does not jump.
      placeholderData: keepPreviousData,
    }),
  refunds: (query: ReportQuery) =>
    queryOptions({
      queryKey: [...reportQueries.all(), 'refunds', query],
      queryFn: () => call('reports.refunds', query),
      placeholderData: keepPreviousData,
    }),
  refundRows: (query: RefundDrillQuery) =>
    queryOptions({
      queryKey: [...reportQueries.all(), 'refund-rows', query],
      queryFn: () => call('reports.refundRows', query),
    }),
};

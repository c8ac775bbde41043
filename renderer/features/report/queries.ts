import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OrderDrillQuery } from '../../../shared/ipc/contract/order-report-contract.ts';
import type { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { RefundDrillQuery } from '../../../shared/ipc/contract/refunds/refund-report-contract.ts';
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
  orders: (query: ReportQuery) =>
    queryOptions({
      queryKey: [...reportQueries.all(), 'orders', query],
      queryFn: () => call('reports.orders', query),
      placeholderData: keepPreviousData,
    }),
  orderRows: (query: OrderDrillQuery) =>
    queryOptions({
      queryKey: [...reportQueries.all(), 'order-rows', query],
      queryFn: () => call('reports.orderRows', query),
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

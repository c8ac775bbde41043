import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

const ORDERS_PER_PAGE = 200;
export type OrderFilter = Omit<CallInput<'orders.page'>, 'offset' | 'limit'>;

export const orderListQueries = {
  all: () => [...QUERY_ROOTS.orders, 'list'] as const,
  pages: (filter: OrderFilter) =>
    infiniteQueryOptions({
      queryKey: [...orderListQueries.all(), filter],
      queryFn: ({ pageParam }) =>
        call('orders.page', { ...filter, offset: pageParam, limit: ORDERS_PER_PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) =>
        last.rows.length < ORDERS_PER_PAGE ? undefined : pages.length * ORDERS_PER_PAGE,
      placeholderData: keepPreviousData,
    }),
};

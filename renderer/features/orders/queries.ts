import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OrderFilter, OrderSort } from '../../../shared/domain/orders/order-list.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { pagedQuery } from '../../ui/lists/paged-rows.ts';

type OrdersAsked = OrderFilter & { readonly sort: OrderSort };

export const orderListQueries = {
  pages: (asked: OrdersAsked) =>
    pagedQuery([...QUERY_ROOTS.orders, 'list', asked], (part) => call('orders.page', { ...asked, ...part })),
  /** Orders come to their end by time alone, of which main sends no message. */
  counts: (filters: readonly OrderFilter[]) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.orders, 'counts', filters],
      queryFn: () => call('orders.counts', { filters: [...filters] }),
      placeholderData: keepPreviousData,
      refetchInterval: MINUTE,
    }),
};

import { queryOptions } from '@tanstack/react-query';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { call } from '../../lib/ipc.ts';
import { setMainNow } from '../../lib/now.ts';
import { QUERY_ROOTS } from '../../lib/query-roots.ts';

const ENTRIES_SHOWN = 200;

export const orderPanelQueries = {
  all: () => QUERY_ROOTS.orders,
  detail: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...orderPanelQueries.all(), 'detail', orderId],
      queryFn: async () => {
        const detail = await call('orders.detail', { orderId });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
  bargain: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...orderPanelQueries.all(), 'bargain', orderId],
      queryFn: () => call('concessions.ofOrder', { orderId }),
    }),
  timeline: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...orderPanelQueries.all(), 'timeline', orderId],
      queryFn: () => call('orders.timeline', { orderId, limit: ENTRIES_SHOWN }),
    }),
};

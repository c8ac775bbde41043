import { queryOptions } from '@tanstack/react-query';
import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { ofSubject, QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

export const orderPanelQueries = {
  detail: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'order', orderId],
      queryFn: async () => {
        const detail = await call('orders.detail', { orderId });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
  refundsOfCustomer: (customerId: CustomerId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'customer-refunds', customerId],
      queryFn: () => call('refunds.ofCustomer', { customerId }),
    }),
  memos: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...ofSubject(asSubject('order', orderId)), 'memos'],
      queryFn: () => call('memos.ofOrder', { orderId }),
      // The composer begins with what is known now, not when it was open last.
      gcTime: 0,
    }),
  bargain: (orderId: OrderId) =>
    queryOptions({
      queryKey: [...ofSubject(asSubject('order', orderId)), 'bargain'],
      queryFn: () => call('concessions.ofOrder', { orderId }),
    }),
};

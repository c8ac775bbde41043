import { queryOptions } from '@tanstack/react-query';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { setMainNow } from '../../lib/time/now.ts';

export const refundPanelQueries = {
  detail: (refundId: RefundId) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.panels, 'refund', refundId],
      queryFn: async () => {
        const detail = await call('refunds.detail', { refundId });
        setMainNow(detail.nowMs);
        return detail;
      },
      placeholderData: (previous) => previous,
    }),
};

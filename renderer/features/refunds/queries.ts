import type { RefundFilter, RefundSort } from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { pagedQuery } from '../../ui/lists/paged-rows.ts';

export type RefundsAsked = RefundFilter & { readonly sort: RefundSort };

export const refundListQueries = {
  pages: (asked: RefundsAsked) =>
    pagedQuery([...QUERY_ROOTS.refunds, 'list', asked], (part) =>
      call('refunds.page', { ...asked, ...part }),
    ),
};

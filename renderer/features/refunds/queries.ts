import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { DeadlineKind } from '../../../shared/domain/shared-parts/deadline.ts';
import type { RefundFilter, RefundSort } from '../../../shared/ipc/contract/refund-list-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

const REFUNDS_PER_PAGE = 200;

export type RefundsAsked = RefundFilter & { readonly sort: RefundSort };

export const refundListQueries = {
  pages: (asked: RefundsAsked) =>
    infiniteQueryOptions({
      queryKey: [...QUERY_ROOTS.refunds, 'list', asked],
      queryFn: ({ pageParam }) =>
        call('refunds.page', { ...asked, offset: pageParam, limit: REFUNDS_PER_PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) =>
        last.rows.length < REFUNDS_PER_PAGE ? undefined : pages.length * REFUNDS_PER_PAGE,
      placeholderData: keepPreviousData,
    }),
  /** How many ends a shift would put off. */
  ending: (kind: DeadlineKind, untilMs: number) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.refunds, 'ending', kind, untilMs],
      queryFn: () => call('deadlines.countEnding', { kind, untilMs }),
    }),
};

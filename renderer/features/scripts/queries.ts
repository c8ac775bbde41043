import { queryOptions } from '@tanstack/react-query';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

const SHOWN = 40;

export const scriptQueries = {
  all: () => QUERY_ROOTS.scripts,
  search: (occasion: ScriptOccasion, text: string) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scriptSearches, occasion.orderId, occasion, text] as const,
      queryFn: () => call('scripts.search', { text, occasion, limit: SHOWN }),
      // Never the words for another customer, not even for a moment.
      placeholderData: (previous, query) => (query?.queryKey[2] === occasion.orderId ? previous : undefined),
    }),
};

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChaseSettings } from '../../../shared/domain/chase-settings.ts';
import { call } from '../../lib/ipc.ts';
import { QUERY_ROOTS } from '../../lib/query-roots.ts';

export const chasePreviewQueries = {
  all: () => [...QUERY_ROOTS.app, 'chase-preview'] as const,
  of: (settings: ChaseSettings, placedAtMs: number) =>
    queryOptions({
      queryKey: [...chasePreviewQueries.all(), settings, placedAtMs],
      queryFn: () => call('chases.preview', { settings, placedAtMs }),
      // The plan changes under the hand that types; it must not vanish meanwhile.
      placeholderData: keepPreviousData,
    }),
};

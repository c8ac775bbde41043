import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ChaseSettings } from '../../../shared/domain/chasing/chase-settings.ts';
import { call } from '../../lib/main-process/ipc.ts';

export const chasePreviewQueries = {
  /** Main works it out from these alone, so that no change makes it stale. */
  of: (settings: ChaseSettings, placedAtMs: number) =>
    queryOptions({
      queryKey: ['chase-preview', settings, placedAtMs],
      queryFn: () => call('chases.preview', { settings, placedAtMs }),
      // The plan changes under the hand that types; it must not vanish meanwhile.
      placeholderData: keepPreviousData,
    }),
};

import { queryOptions } from '@tanstack/react-query';
import type { UnfinishedCopy } from '../../../shared/ipc/contract/scripts/palette-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { setMainNow } from '../../lib/time/now.ts';

export const paletteQueries = {
  /**
   * `showNo` counts how often the window came up: the clipboard is looked at anew each time, and only then. No fact
   * makes it stale, for the first copy leaves a script on the clipboard instead of the order's number.
   */
  context: (showNo: number, unfinished: UnfinishedCopy | null) =>
    queryOptions({
      queryKey: ['palette-context', showNo],
      queryFn: async () => {
        const context = await call('palette.context', { unfinished });
        setMainNow(context.nowMs);
        return context;
      },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
};

import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/ipc.ts';
import { QUERY_ROOTS } from '../../lib/query-roots.ts';

export const paletteQueries = {
  /** `showNo` counts how often the window came up: the clipboard is looked at anew each time. */
  context: (showNo: number) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'palette-context', showNo],
      queryFn: () => call('palette.context', undefined),
    }),
};

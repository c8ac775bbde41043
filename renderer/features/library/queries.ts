import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const libraryQueries = {
  all: () => [...QUERY_ROOTS.scripts, 'library'] as const,
  library: () =>
    queryOptions({ queryKey: libraryQueries.all(), queryFn: () => call('scripts.library', undefined) }),
  newStarters: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'new-starters'],
      queryFn: () => call('scripts.newStarters', undefined),
    }),
  mine: () =>
    queryOptions({ queryKey: QUERY_ROOTS.ownScripts, queryFn: () => call('scripts.mine', undefined) }),
  /** Main knows how words are pronounced, so `hddz` finds 核对地址. */
  soundingLike: (text: string) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'sounding-like', text],
      queryFn: async () => {
        const occasion = { orderId: null, taskId: null };
        const hits = await call('scripts.search', { text, occasion, limit: 100 });
        return hits.map(({ script }) => script.id);
      },
      enabled: /^[a-z ]{2,}$/i.test(text),
    }),
};

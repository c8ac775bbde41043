import { queryOptions } from '@tanstack/react-query';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import { call } from '../../lib/ipc.ts';
import { QUERY_ROOTS } from '../../lib/query-roots.ts';

export const libraryQueries = {
  all: () => [...QUERY_ROOTS.scripts, 'library'] as const,
  library: () =>
    queryOptions({ queryKey: libraryQueries.all(), queryFn: () => call('scripts.library', undefined) }),
  /** Copying elsewhere, also in the palette's own window, changes what was used last. */
  mine: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'mine'],
      queryFn: () => call('scripts.mine', undefined),
      refetchOnMount: 'always',
      refetchOnWindowFocus: 'always',
    }),
  /** The changes by others since the agent last looked. */
  news: () =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'unseen'],
      queryFn: () => call('scriptNews.list', undefined),
    }),
  /** K9: the examples that the script was learned from; `null`: the script is not saved yet. */
  examples: (scriptId: ScriptId | null) =>
    queryOptions({
      queryKey: [...QUERY_ROOTS.scripts, 'examples', scriptId],
      queryFn: () => (scriptId === null ? [] : call('scriptExamples.ofScript', { scriptId })),
    }),
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

import { queryOptions } from '@tanstack/react-query';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import { call } from './ipc.ts';
import { QUERY_ROOTS } from './query-roots.ts';

/** The changes by others since the agent last looked: the library marks them, and a drawer lists them. */
export const scriptNewsQuery = () =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.scripts, 'news'],
    queryFn: () => call('scriptNews.list', undefined),
  });

/** K9: the examples that a script was learned from; `null`: the script is not saved yet. */
export const scriptExamplesQuery = (scriptId: ScriptId | null) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.scriptExamples, scriptId],
    queryFn: () => (scriptId === null ? [] : call('scriptExamples.ofScript', { scriptId })),
  });

import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ScriptFileRequest } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';

export const scriptFileQueries = {
  all: () => [...QUERY_ROOTS.scripts, 'files'] as const,
  /** The old preview stays on screen until the file is read anew; a large one is not kept beyond that. */
  preview: (request: ScriptFileRequest) =>
    queryOptions({
      queryKey: [...scriptFileQueries.all(), 'preview', request],
      queryFn: async ({ signal }) => {
        const preview = await call('scriptFiles.preview', request);
        // Main gives a reading up for a newer one; that is no answer to keep for when the agent comes back to it.
        signal.throwIfAborted();
        return preview;
      },
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
};

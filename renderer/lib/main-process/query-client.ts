import { type Query, QueryClient, type QueryKey } from '@tanstack/react-query';
import { AppError } from '../../../shared/errors.ts';
import { MINUTE } from '../../../shared/time/durations.ts';

function isBug(error: Error): boolean {
  return !(error instanceof AppError) || error.code === 'internal';
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', // the default, 'online', pauses every query while the computer is offline
        staleTime: Number.POSITIVE_INFINITY, // main says when something changed
        // Main answers in milliseconds; kept for longer, a busy hour's orders would fill the memory.
        gcTime: MINUTE,
        retry: false,
        refetchOnWindowFocus: false,
        throwOnError: isBug,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * Main pushes what has changed before it answers the call that changed it. This waits until the page has read it, and
 * asks for nothing a second time.
 */
export function whenRead(queryClient: QueryClient, queryKey: QueryKey): Promise<void> {
  const isBeingRead = (query: Query) => query.state.fetchStatus === 'fetching';
  return queryClient.refetchQueries({ queryKey, predicate: isBeingRead }, { cancelRefetch: false });
}

import { QueryClient } from '@tanstack/react-query';
import { AppError } from '../../shared/errors.ts';

function isBug(error: Error): boolean {
  return !(error instanceof AppError) || error.code === 'internal';
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', // the default, 'online', pauses every query while the computer is offline
        staleTime: Number.POSITIVE_INFINITY, // main says when something changed
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        throwOnError: isBug,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

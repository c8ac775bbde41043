import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { call } from '../../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../../lib/main-process/query-roots.ts';

/** The script that there would be if its messages were said like this from now on. */
export function useRewordedScript(wanted: CallInput<'scripts.reword'>) {
  return useQuery({
    queryKey: [...QUERY_ROOTS.scriptSearches, 'reword', wanted],
    queryFn: () => call('scripts.reword', wanted),
    enabled: Object.values(wanted.reworded).every((text) => text.trim() !== ''),
    placeholderData: keepPreviousData,
  });
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { WindowState } from '../../../shared/ipc/contract/program/window-contract.ts';
import { call } from './ipc.ts';
import { QUERY_ROOTS } from './query-roots.ts';

const windowStateQuery = queryOptions({
  queryKey: [...QUERY_ROOTS.window, 'state'],
  queryFn: () => call('window.state', undefined),
});

/** How the window stands on the screen; `undefined` before main has said so. */
export function useWindowState(): WindowState | undefined {
  return useQuery(windowStateQuery).data;
}

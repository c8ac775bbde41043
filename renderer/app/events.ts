import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { EventName } from '../../shared/ipc/channels.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { playChime } from '../lib/chime.ts';
import { subscribe } from '../lib/ipc.ts';
import { QUERY_ROOTS, type QueryRoot } from '../lib/query-roots.ts';

/** Which queries a fact that main pushes makes stale. What changes an order may change its tasks. */
const STALE = {
  'app.changed': ['app', 'tasks', 'orders', 'customers', 'scripts', 'reports'],
  'subjects.changed': ['orders', 'customers', 'tasks', 'scripts', 'reports'],
  'scripts.changed': ['scripts', 'reports'],
  'imports.changed': ['imports'],
  'updates.changed': ['updates'],
  'jobs.changed': ['jobs'],
} as const satisfies Partial<Record<EventName, readonly QueryRoot[]>>;

/** Keeps the page true to the store, from before its first question until it is closed. */
export function followMain(queryClient: QueryClient): void {
  // `Object.entries` forgets that the keys are event names.
  for (const [event, roots] of Object.entries(STALE) as [keyof typeof STALE, readonly QueryRoot[]][]) {
    subscribe(event, () => {
      for (const root of roots) void queryClient.invalidateQueries({ queryKey: QUERY_ROOTS[root] });
    });
  }
  // Whatever screen is shown, and while the window is hidden as well.
  subscribe('reminder.sounded', playChime);
}

/** Runs `listen` for every such event while the component is there. */
export function useMainEvent<E extends EventName>(
  event: E,
  listen: (payload: EventPayload<E>) => void,
): void {
  const onEvent = useEffectEvent(listen);
  useEffect(() => subscribe(event, (payload) => onEvent(payload)), [event]);
}

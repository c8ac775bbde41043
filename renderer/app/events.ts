import { partialMatchKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { EventName } from '../../shared/ipc/wire.ts';
import { playChime } from '../lib/chime.ts';
import { subscribe } from '../lib/main-process/ipc.ts';
import {
  ofImports,
  ofKind,
  ofSubject,
  QUERY_ROOTS,
  type QueryRoot,
} from '../lib/main-process/query-roots.ts';

/**
 * A change of any subject makes these stale: the subject may be in every list and on any panel, and change what is to
 * be done.
 */
const WITH_ANY_SUBJECT = [
  'tasks',
  'panels',
  'orders',
  'refunds',
  'parcels',
  'cases',
  'scriptSearches',
  'reports',
] as const;
/** Settings show on every screen but in the tasks, of which main tells once they follow. */
const WITH_SETTINGS = [
  'app',
  'panels',
  'orders',
  'refunds',
  'parcels',
  'cases',
  'reports',
  'subjects',
  'scripts',
] as const;

type Stale = readonly QueryKey[];
const roots = (names: readonly QueryRoot[]): Stale => names.map((name) => QUERY_ROOTS[name]);

/** Keeps the page true to the store, from before its first question until it is closed. Nothing else asks again. */
export function followMain(queryClient: QueryClient): void {
  function follow<E extends EventName>(event: E, staleBy: (payload: EventPayload<E>) => Stale): void {
    subscribe(event, (payload) => {
      const stale = staleBy(payload);
      // Once for each query, also where two of the keys reach it.
      const isStale = ({ queryKey }: Query) => stale.some((key) => partialMatchKey(queryKey, key));
      // oxlint-disable-next-line no-restricted-properties -- this is where the page follows main
      void queryClient.invalidateQueries({ predicate: isStale });
    });
  }

  follow('app.changed', () => roots(['tasks', ...WITH_SETTINGS]));
  follow('settings.changed', () => roots(WITH_SETTINGS));
  follow('subjects.changed', ({ subjects }) =>
    subjects === 'many'
      ? roots([...WITH_ANY_SUBJECT, 'kinds', 'subjects', 'scriptFigures', 'scriptExamples'])
      : [...roots(WITH_ANY_SUBJECT), ...subjects.map(ofSubject), ...subjects.map(({ kind }) => ofKind(kind))],
  );
  follow('scripts.changed', () => roots(['scripts', 'reports']));
  follow('scripts.used', () => roots(['ownScripts', 'scriptFigures']));
  follow('examples.changed', ({ subjects }) => [QUERY_ROOTS.scriptExamples, ...subjects.map(ofSubject)]);
  follow('ownScripts.changed', () => roots(['ownScripts', 'scriptSearches']));
  follow('imports.changed', ({ list }) => [ofImports(list)]);
  follow('backups.changed', () => roots(['backups']));
  follow('updates.changed', () => roots(['updates']));
  follow('jobs.changed', () => roots(['jobs']));
  follow('window.changed', () => roots(['window']));
  follow('notices.changed', () => roots(['notices']));
  // The page plays the sound on every screen, and while the window is hidden as well.
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

import { queryOptions } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { PromiseText } from '../../shared/domain/tasks/promise-text.ts';
import { QUERY_ROOTS, type QueryRoot } from './main-process/query-roots.ts';
import type { Navigation } from './place/navigation.ts';

/** Where a hit may lead. */
export type FinderPlaces = Navigation & {
  readonly openHelp: () => void;
  readonly openRoster: () => void;
  readonly openHandover: () => void;
  readonly writeBulletin: () => void;
  readonly readBulletins: () => Promise<void>;
  readonly openSettings: (section: string) => void;
  /** Writes the promise down for the agent who sits here. */
  readonly makePromise: (promise: PromiseText) => void;
};

/** One place where Ctrl+K looks: what it finds, how that reads and what choosing it opens. */
type FinderSpec<H> = {
  readonly title: string;
  /** A fact about these makes what was found stale. */
  readonly root: QueryRoot;
  readonly find: (text: string) => Promise<readonly H[]>;
  /** Offered before the agent types anything. */
  readonly atFirst?: readonly H[];
  /** The same, where main has to be asked; of the subjects that were open before, the latest first. */
  readonly findAtFirst?: (recent: readonly SubjectRef[]) => Promise<readonly H[]>;
  readonly keyOf: (hit: H) => string;
  readonly Row: ComponentType<{ readonly hit: H }>;
  readonly open: (hit: H, places: FinderPlaces) => void;
};

export type FoundRow = {
  readonly key: string;
  readonly row: ReactNode;
  readonly open: (places: FinderPlaces) => void;
};

export type Finder = ReturnType<typeof defineFinder>;

/** The type of what is found is closed over, so that all finders stand in one list. */
export function defineFinder<H>(spec: FinderSpec<H>) {
  const { title, root, find, atFirst = [], findAtFirst, keyOf, Row, open } = spec;
  const rowOf = (hit: H): FoundRow => ({
    key: keyOf(hit),
    row: <Row hit={hit} />,
    open: (places) => open(hit, places),
  });
  return {
    title,
    atFirst: atFirst.map(rowOf),
    query: (text: string, recent: readonly SubjectRef[]) =>
      queryOptions({
        queryKey: [...QUERY_ROOTS[root], 'find', title, text],
        queryFn: (): Promise<unknown> => (text === '' && findAtFirst ? findAtFirst(recent) : find(text)),
        enabled: text !== '' || findAtFirst !== undefined,
        placeholderData: (previous) => previous,
        // No event says that the clipboard has changed.
        ...(text === '' ? { staleTime: 0 } : {}),
      }),
    /** The query holds the answer of `find`; `undefined`: none yet. */
    rowsOf: (answer: unknown): readonly FoundRow[] => ((answer ?? []) as readonly H[]).map(rowOf),
  };
}

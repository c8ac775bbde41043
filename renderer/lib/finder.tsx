import { queryOptions } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { QUERY_ROOTS, type QueryRoot } from './main-process/query-roots.ts';
import type { Navigation } from './place/navigation.ts';

/** One place where Ctrl+K looks: what it finds, how that reads and what choosing it opens. */
type FinderSpec<H> = {
  readonly title: string;
  /** A fact about these makes what was found stale. */
  readonly root: QueryRoot;
  readonly find: (text: string) => Promise<readonly H[]>;
  /** Offered before the agent types anything. */
  readonly atFirst?: readonly H[];
  readonly keyOf: (hit: H) => string;
  readonly Row: ComponentType<{ readonly hit: H }>;
  readonly open: (hit: H, navigation: Navigation) => void;
};

export type FoundRow = {
  readonly key: string;
  readonly row: ReactNode;
  readonly open: (navigation: Navigation) => void;
};

export type Finder = ReturnType<typeof defineFinder>;

/** The type of what is found is closed over, so that all finders stand in one list. */
export function defineFinder<H>({ title, root, find, atFirst = [], keyOf, Row, open }: FinderSpec<H>) {
  const rowOf = (hit: H): FoundRow => ({
    key: keyOf(hit),
    row: <Row hit={hit} />,
    open: (navigation) => open(hit, navigation),
  });
  return {
    title,
    atFirst: atFirst.map(rowOf),
    query: (text: string) =>
      queryOptions({
        queryKey: [...QUERY_ROOTS[root], 'find', title, text],
        queryFn: (): Promise<unknown> => find(text),
        enabled: text !== '',
        placeholderData: (previous) => previous,
      }),
    /** The query holds the answer of `find`; `undefined`: none yet. */
    rowsOf: (answer: unknown): readonly FoundRow[] => ((answer ?? []) as readonly H[]).map(rowOf),
  };
}

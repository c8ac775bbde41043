import { useRef, useState } from 'react';
import { useAppState } from '../../lib/main-process/app-state.ts';

type ListPlace = {
  readonly text: string;
  readonly selectedId: string | null;
  /** Its place in the list, so that it can be brought into view again. */
  readonly index: number;
};

const START: ListPlace = { text: '', selectedId: null, index: -1 };
const NO_MARKS: ReadonlySet<string> = new Set();

/** Where each agent was in each list: kept while the window is open, and worth nothing afterwards. */
const kept = new Map<string, ListPlace>();

/**
 * How the agent works through a list: the search and the row, which they come back to after having been on another
 * screen, the rows that they have marked, and the focus.
 */
export function useListWork(list: string) {
  const name = `${list}.${useAppState().currentAgentId ?? ''}`;
  const [place, setPlace] = useState(() => kept.get(name) ?? START);
  const [marked, mark] = useState(NO_MARKS);
  const listRef = useRef<HTMLDivElement>(null);
  function keep(change: Partial<ListPlace>): void {
    const next = { ...(kept.get(name) ?? START), ...change };
    kept.set(name, next);
    setPlace(next);
  }
  const select = (selectedId: string, index: number) => keep({ selectedId, index });
  const focus = () => listRef.current?.focus();
  return {
    ...place,
    marked,
    listRef,
    mark,
    select,
    focus,
    search: (text: string) => keep({ text }),
    unmark: () => mark(NO_MARKS),
    /** On from the search field: to the row that was selected, else to the first. */
    enter(rows: readonly { readonly id: string }[]) {
      const [top] = rows;
      if (top && !rows.some(({ id }) => id === place.selectedId)) select(top.id, 0);
      focus();
    },
  };
}

export type ListWork = ReturnType<typeof useListWork>;

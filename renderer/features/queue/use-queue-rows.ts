import { useQueries, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { QueuePage, QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { PAGE_SIZE, queueQueries } from './queries.ts';
import type { QueueView } from './queue-view.ts';

type Loaded = { readonly total: number; readonly pages: ReadonlyMap<number, QueuePage> };

function pagesIn({ first, last }: { first: number; last: number }, cursor: number): number[] {
  const pages = new Set([Math.floor(Math.max(0, cursor) / PAGE_SIZE)]);
  for (let page = Math.floor(first / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1) {
    pages.add(page);
  }
  return [...pages].sort((a, b) => a - b);
}

/**
 * The rows in view and those around the selected one; 10 000 tasks cost as much as 100. While another filter is
 * being asked for, the last answer stays on the screen.
 */
export function useQueueRows(view: QueueView) {
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const [cursor, setCursor] = useState(0);
  const pageNumbers = pagesIn(visible, cursor);
  const results = useQueries({ queries: pageNumbers.map((page) => queueQueries.page(view, page)) });
  const { data: counts } = useQuery(queueQueries.counts(view));

  const shown = useRef<Loaded | null>(null);
  const pages = new Map<number, QueuePage>();
  for (const [index, { data }] of results.entries()) {
    const page = pageNumbers[index];
    if (data && page !== undefined) pages.set(page, data);
  }
  const [first] = pages.values();
  if (first) shown.current = { total: first.total, pages };
  const loaded = shown.current;

  return {
    isLoaded: loaded !== null,
    total: loaded?.total ?? 0,
    counts,
    rowAt: (index: number): QueueRow | undefined =>
      loaded?.pages.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE],
    showRange: (from: number, to: number) => setVisible({ first: from, last: to }),
    setCursor,
  };
}
export type QueueRows = ReturnType<typeof useQueueRows>;

import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { QUEUE_GROUPS } from '../../../shared/domain/tasks/queue-place.ts';
import type { QueuePage, QueueRow } from '../../../shared/ipc/contract/task-contract.ts';
import { taskCountsQuery } from '../../lib/main-process/task-counts.ts';
import type { ListHead } from '../../ui/lists/virtual-list.tsx';
import { GroupHead } from './group-head.tsx';
import { type LoadedPage, PAGE_SIZE, queueQueries } from './queries.ts';
import { isFoldable, isGrouped, type QueueView } from './queue-view.ts';

const hasTask = ({ task, alsoToDo }: QueueRow, taskId: string): boolean =>
  task.id === taskId || alsoToDo.some(({ id }) => id === taskId);

type Pages = readonly (LoadedPage | undefined)[];
const NO_PAGES: Pages = [];

/** Also where the next key leads, so that it does not wait. */
function pagesIn({ first, last }: { first: number; last: number }, cursor: number): number[] {
  const pages = new Set([cursor - 1, cursor + 1].map((at) => Math.floor(Math.max(0, at) / PAGE_SIZE)));
  for (let page = Math.floor(first / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page += 1) {
    pages.add(page);
  }
  return [...pages].toSorted((a, b) => a - b);
}

/** Outside of the hook, so that the answer keeps its identity while nothing has changed. */
const dataOf = (results: UseQueryResult<LoadedPage>[]): Pages => results.map(({ data }) => data);

/** The groups that have something in them, each above its first row. */
function headsOf(byGroup: QueuePage['byGroup'], listed: number): ListHead[] {
  let index = 0;
  return QUEUE_GROUPS.flatMap((group) => {
    const count = byGroup[group];
    const head = { index, content: <GroupHead group={group} count={count} /> };
    index += count;
    return count > 0 && head.index < listed ? [head] : [];
  });
}

const NO_GROUPS = Object.fromEntries(QUEUE_GROUPS.map((group) => [group, 0])) as QueuePage['byGroup'];

/**
 * The rows in view and those around the selected one; 10 000 tasks cost as much as 100. While another filter is
 * being asked for, the last answer stays on the screen.
 */
export function useQueueRows(view: QueueView, isAgainstOpen: boolean) {
  const [visible, setVisible] = useState({ first: 0, last: 0 });
  const [cursor, setCursor] = useState(0);
  const queries = pagesIn(visible, cursor).map((page) => queueQueries.page(view, page));
  const asked = useQueries({ queries, combine: dataOf });
  const { data: counts } = useQuery(taskCountsQuery(view));

  const [kept, setKept] = useState(NO_PAGES);
  const hasAnswer = asked.some((page) => page !== undefined);
  if (hasAnswer && asked !== kept) setKept(asked);
  const pages = hasAnswer ? asked : kept;

  const rowAt = (index: number): QueueRow | undefined =>
    pages.find((page) => page?.page === Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE];

  function indexWhere(isWanted: (row: QueueRow) => boolean): number {
    for (const page of pages) {
      const at = page?.rows.findIndex(isWanted) ?? -1;
      if (page && at >= 0) return page.page * PAGE_SIZE + at;
    }
    return -1;
  }
  const indexOf = (matter: string) => indexWhere(({ task }) => task.matter === matter);

  const { total = 0, byGroup = NO_GROUPS } = pages.find((page) => page !== undefined) ?? {};
  const against = isFoldable(view) ? byGroup.against : 0;
  const listed = isAgainstOpen ? total : total - against;
  const isHeaded = isGrouped(view);
  const heads = useMemo(() => (isHeaded ? headsOf(byGroup, listed) : []), [isHeaded, byGroup, listed]);

  return {
    isLoaded: pages.length > 0,
    total,
    /** So many are in the list; the rest is folded. */
    listed,
    /** So many are advised against, and stand at the end. */
    against,
    heads,
    counts,
    rowAt,
    indexOf,
    indexOfTask: (taskId: string | null): number =>
      taskId === null ? -1 : indexWhere((row) => hasTask(row, taskId)),
    showRange: (from: number, to: number) => setVisible({ first: from, last: to }),
    setCursor,
  };
}

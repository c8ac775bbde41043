import { usePrefetchQuery } from '@tanstack/react-query';
import { taskCountsQuery } from '../../lib/main-process/task-counts.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useViewMemory } from '../../lib/place/view-state.ts';
import { queueQueries } from './queries.ts';
import { QueueView, START_VIEW } from './queue-view.ts';

/** Asks for what the queue will show first while the screens around it are still being drawn. */
export function useQueueAhead(): void {
  const [kept] = useViewMemory('queue', QueueView, START_VIEW);
  const [shopId] = useChosenShop();
  const view = { ...kept, shopId };
  usePrefetchQuery(queueQueries.page(view, 0));
  usePrefetchQuery(taskCountsQuery(view));
}

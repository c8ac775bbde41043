import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { QueueView, START_VIEW } from './queue-view.ts';

/** The queue as the agent has left it, of the shop that every screen shows. */
export function useQueueView() {
  const [kept, keep] = useViewState('queue', QueueView, START_VIEW);
  const [shopId, chooseShop] = useChosenShop();
  const view: QueueView = { ...kept, shopId };
  function setView(next: QueueView): void {
    keep(next);
    if (next.shopId !== shopId) chooseShop(next.shopId);
  }
  return [view, setView] as const;
}

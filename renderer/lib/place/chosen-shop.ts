import { ShopId } from '../../../shared/domain/ids.ts';
import { useAppState } from '../main-process/app-state.ts';
import { useViewState } from './view-state.ts';

const Kept = ShopId.nullable();

/**
 * The shop that the agent works for now; `null` for all of them. Every screen is narrowed to it, and each agent has
 * their own. A shop that is there no more is no choice.
 */
export function useChosenShop(): readonly [ShopId | null, (id: ShopId | null) => void] {
  const { shops } = useAppState();
  const [kept, choose] = useViewState('chosen-shop', Kept, null);
  return [shops.find(({ id }) => id === kept)?.id ?? null, choose];
}

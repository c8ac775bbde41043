import { useAppState } from '../../lib/main-process/app-state.ts';
import { useColumns } from '../../ui/lists/columns/use-columns.ts';
import { orderColumns } from './order-columns.tsx';

/** The columns of orders as the agent has arranged them; a list that is long sorts by fewer of them. */
export function useOrderColumns(isLong = false) {
  const { shops } = useAppState();
  return useColumns('orders', orderColumns({ ofOneShop: shops.length < 2, long: isLong }));
}

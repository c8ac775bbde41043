import './orders.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ComponentType, useDeferredValue, useState } from 'react';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { paidOrPayableFen } from '../../../shared/domain/orders/order.ts';
import { ORDERS_COUNTED, sortOf } from '../../../shared/domain/orders/order-list.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { useEscape } from '../../lib/shortcuts.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { ListScreen } from '../../ui/lists/list-screen.tsx';
import { pagedRows } from '../../ui/lists/paged-rows.ts';
import { useListWork } from '../../ui/lists/use-list-work.ts';
import { useOrderActions } from './order-actions.tsx';
import { orderChips } from './order-chips.ts';
import { type Asked, EVERYTHING, FIRST_PLACE, filterOf, OrdersPlace, type OrderView } from './order-views.ts';
import { OrdersBar } from './orders-bar.tsx';
import { orderListQueries } from './queries.ts';
import { useOrderColumns } from './use-order-columns.ts';
import { ViewsRail } from './views-rail.tsx';

/** The panel of one order, beside the list. */
export type OrderSheet = ComponentType<{
  readonly orderId: OrderId;
  readonly onClose: () => void;
  /** On to the next row. */
  readonly onAdvance: () => void;
  readonly onUnfocused: () => void;
}>;

function NoOrders({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const { openScreen } = useNavigation();
  if (isNarrowed) {
    return <EmptyState title="没有符合条件的订单" action={<Button onClick={onClear}>清除条件</Button>} />;
  }
  return (
    <EmptyState
      title="还没有订单"
      hint="导入平台的订单报表后，订单会显示在这里"
      action={
        <Button type="primary" onClick={() => openScreen('imports')}>
          去导入
        </Button>
      }
    />
  );
}

function Totals({
  total,
  amountFen,
}: {
  readonly total: number | undefined;
  readonly amountFen: number | null;
}) {
  if (total === undefined) return null;
  if (total >= ORDERS_COUNTED) return <>10,000+ 单</>;
  return (
    <>
      {total.toLocaleString('zh-CN')} 单
      {amountFen !== null && (
        <>
          {' · '}
          <Money fen={amountFen} />
        </>
      )}
    </>
  );
}

/** `null` where the counting stopped before the end. */
const exactly = (total: number | undefined): number | null =>
  total === undefined || total >= ORDERS_COUNTED ? null : total;

const isLong = (total: number | undefined) => total !== undefined && exactly(total) === null;

/** The rows of the view and the search, and the facts that came with the first of them. */
function useOrderList(view: OrderView, asked: Asked) {
  const filter = filterOf(view, { ...asked, text: useDeferredValue(asked.text.trim()) });
  const { first, ...list } = pagedRows(
    useInfiniteQuery(orderListQueries.pages({ ...filter, sort: view.sort })),
  );
  return {
    ...list,
    filter,
    total: first?.total,
    amountFen: first?.amountFen ?? null,
    foundBy: first?.foundBy ?? [],
  };
}

type ScreenProps = { readonly Sheet: OrderSheet };

/** X1: an order is found, looked at beside the list, and many are worked on at once; each agent has a list of their own. */
export function OrdersScreen({ Sheet }: ScreenProps) {
  const [shopId, chooseShop] = useChosenShop();
  const nowMs = useNow(DAY);
  const { shops } = useAppState();
  const [{ view, own }, setPlace] = useViewState('orders', OrdersPlace, FIRST_PLACE);
  const work = useListWork('orders');
  const { text, selectedId } = work;
  const [isSheetOpen, setSheetOpen] = useState(false);
  const actions = useOrderActions();
  const list = useOrderList(view, { text, shopId, nowMs });
  const { rows, total, filter } = list;
  const columns = useOrderColumns(isLong(total));
  const sheetOrder = isSheetOpen ? rows.find(({ id }) => id === selectedId) : undefined;

  function show(next: OrderView): void {
    work.unmark();
    setPlace((now) => ({ ...now, view: next }));
  }
  function advance(): void {
    const at = rows.findIndex(({ id }) => id === selectedId);
    const next = rows[at + 1];
    if (next) work.select(next.id, at + 1);
    work.focus();
  }
  function closeSheet(): void {
    setSheetOpen(false);
    work.focus();
  }
  function clear(): void {
    work.search('');
    chooseShop(null);
    show({ ...EVERYTHING, sort: view.sort });
  }
  const chips = orderChips({
    view,
    text: filter.text,
    foundBy: list.foundBy,
    shopName: shops.find(({ id }) => id === shopId)?.name,
    onView: (change) => show({ ...view, ...change }),
    onText: work.search,
    onShop: chooseShop,
  });
  // A form that is open, in the sheet or below the list, is closed by the first Esc.
  useEscape(() => {
    if (document.activeElement?.closest('form') == null) closeSheet();
  }, isSheetOpen);
  return (
    <ListScreen
      label="订单"
      unit="单"
      bar={
        <OrdersBar
          view={view}
          filter={filter}
          text={text}
          total={exactly(total)}
          columns={columns}
          onView={(change) => show({ ...view, ...change })}
          onText={work.search}
          onEnterList={() => work.enter(rows)}
        />
      }
      chips={chips}
      onClear={clear}
      rail={
        <ViewsRail
          view={view}
          own={own}
          onView={show}
          onOwn={(change) => setPlace((now) => ({ ...now, own: change(now.own) }))}
        />
      }
      sheet={
        sheetOrder && (
          <Sheet orderId={sheetOrder.id} onClose={closeSheet} onAdvance={advance} onUnfocused={work.focus} />
        )
      }
      empty={total === 0 ? <NoOrders isNarrowed={chips.length > 0} onClear={clear} /> : null}
      rows={rows}
      loadUpTo={list.loadUpTo}
      error={list.error}
      onRetry={() => void list.refetch()}
      columns={columns}
      sort={sortOf(view.sort, total ?? 0)}
      onSort={(sort) => show({ ...view, sort })}
      work={work}
      onOpen={() => setSheetOpen(true)}
      actions={actions}
      moneyOf={paidOrPayableFen}
      totals={<Totals total={total} amountFen={list.amountFen} />}
    />
  );
}

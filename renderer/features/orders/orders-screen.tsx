import './orders.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { z } from 'zod';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { OrderStatus } from '../../../shared/domain/orders/order.ts';
import type { OrderLine } from '../../../shared/ipc/contract/order-contract.ts';
import { ORDER_SORTS } from '../../../shared/ipc/contract/order-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { OrderHead, OrderRow } from './order-row.tsx';
import { OrdersBar } from './orders-bar.tsx';
import type { OrderFilter } from './queries.ts';
import { orderListQueries } from './queries.ts';

const ROW_HEIGHT = 36;
/** So many rows before the end the next page is asked for, so that scrolling never meets a gap. */
const AHEAD = 60;

const View = z.object({
  shopId: z.string().nullable(),
  status: OrderStatus.nullable(),
  sort: z.enum(ORDER_SORTS),
});
const FIRST_VIEW: z.infer<typeof View> = { shopId: null, status: null, sort: 'newest' };

function useOrders(filter: OrderFilter) {
  const query = useInfiniteQuery(orderListQueries.pages(filter));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows: readonly OrderLine[] = data?.pages.flatMap((page) => page.rows) ?? [];
  const loadUpTo = (last: number) => {
    if (last + AHEAD >= rows.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { rows, total: data?.pages[0]?.total, loadUpTo, error: query.error, refetch: query.refetch };
}

function NoOrders({ filter, onClear }: { readonly filter: OrderFilter; readonly onClear: () => void }) {
  const { openScreen } = useNavigation();
  const isFiltered = filter.text !== '' || filter.status !== null || filter.shopId !== null;
  if (isFiltered) {
    return (
      <EmptyState
        title="没有符合条件的订单"
        hint="可按完整订单号、快递单号或客户昵称的开头查找"
        action={<Button onClick={onClear}>清除条件</Button>}
      />
    );
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

export function OrdersScreen({ onOpenOrder }: { readonly onOpenOrder: (orderId: OrderId) => void }) {
  const { shops } = useAppState();
  const [view, setView] = useViewState('orders', View, FIRST_VIEW);
  const [text, setText] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const listRef = useRef<HTMLDivElement>(null);
  // A shop may have gone since the view was kept.
  const shopId = shops.find(({ id }) => id === view.shopId)?.id ?? null;
  const filter = { ...view, shopId, text: useDeferredValue(text.trim()) };
  const { rows, total, loadUpTo, error, refetch } = useOrders(filter);
  const open = (key: string) => {
    const row = rows.find(({ id }) => id === key);
    if (row) onOpenOrder(row.id);
  };
  const enterList = () => {
    const first = rows[0];
    if (first && !rows.some(({ id }) => id === selectedId)) setSelectedId(first.id);
    listRef.current?.focus();
  };
  return (
    <div className="screen">
      <OrdersBar
        view={{ ...view, shopId }}
        text={text}
        total={total}
        onView={(change) => setView({ ...view, shopId, ...change })}
        onText={setText}
        onEnterList={enterList}
      />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {total === 0 ? (
        <NoOrders
          filter={filter}
          onClear={() => {
            setText('');
            setView({ ...FIRST_VIEW, sort: view.sort });
          }}
        />
      ) : (
        <>
          <OrderHead />
          <div className="orders-list">
            <VirtualList
              label="订单"
              listRef={listRef}
              count={rows.length}
              rowHeight={ROW_HEIGHT}
              rowKey={(index) => rows[index]?.id}
              selectedKey={selectedId}
              onSelect={setSelectedId}
              onOpen={open}
              onVisible={(_, last) => loadUpTo(last)}
              renderRow={(index) => {
                const row = rows[index];
                return row === undefined ? null : <OrderRow order={row} />;
              }}
            />
          </div>
        </>
      )}
    </div>
  );
}

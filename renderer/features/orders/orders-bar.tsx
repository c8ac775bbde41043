import { Segmented, Select } from 'antd';
import type { OrderStatus } from '../../../shared/domain/orders/order.ts';
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from '../../../shared/domain/orders/order.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { ExportOrders } from './export-orders.tsx';
import type { OrderFilter } from './queries.ts';

type View = Omit<OrderFilter, 'text'>;

const SORT_LABELS = {
  newest: '最新下单',
  oldest: '最早下单',
  amount: '金额从高到低',
} as const satisfies Record<View['sort'], string>;
const sortOptions = Object.entries(SORT_LABELS).map(([value, label]) => ({ value, label }));

const statusOptions = [
  { value: 'all', label: '全部' },
  ...ORDER_STATUSES.map((status) => ({ value: status, label: ORDER_STATUS_LABELS[status] })),
];

/** Counting stops at 10 001: a million rows would cost more than the number tells. */
function totalText(total: number): string {
  return total > 10_000 ? '10,000+' : total.toLocaleString('zh-CN');
}

type OrdersBarProps = {
  readonly view: View;
  readonly text: string;
  readonly total: number | undefined;
  readonly onView: (change: Partial<View>) => void;
  readonly onText: (text: string) => void;
  /** Enter or ↓ in the search field. */
  readonly onEnterList: () => void;
};

export function OrdersBar({ view, text, total, onView, onText, onEnterList }: OrdersBarProps) {
  const { shops } = useAppState();
  const shopOptions = [
    { value: '', label: '全部店铺' },
    ...shops.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <header className="orders-bar">
      <SearchField
        className="orders-search"
        label="查找订单"
        placeholder="订单号、快递单号、客户昵称"
        shortcut={SHORTCUTS.findOrder}
        text={text}
        onText={onText}
        onEnterList={onEnterList}
      />
      <Segmented
        aria-label="状态"
        options={statusOptions}
        value={view.status ?? 'all'}
        // The options are the statuses and 'all', nothing else.
        onChange={(value) => onView({ status: value === 'all' ? null : (value as OrderStatus) })}
      />
      <Select
        aria-label="店铺"
        className="orders-shop"
        popupMatchSelectWidth={false}
        options={shopOptions}
        value={view.shopId ?? ''}
        onChange={(value: string) => onView({ shopId: shops.find(({ id }) => id === value)?.id ?? null })}
      />
      <Select<string>
        aria-label="排序"
        className="orders-sort"
        options={sortOptions}
        value={view.sort}
        onChange={(value) => onView({ sort: value as View['sort'] })}
      />
      <span className="orders-total numeric muted" aria-live="polite">
        {total === undefined ? '' : `${totalText(total)} 单`}
      </span>
      <ExportOrders shopId={view.shopId} />
    </header>
  );
}

import { Select } from 'antd';
import { ORDER_STATUS_LABELS, ORDER_STATUSES } from '../../../shared/domain/orders/order.ts';
import { ORDER_FILE_LABELS, type OrderFilter } from '../../../shared/domain/orders/order-list.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { rangeOf } from '../../lib/time/day-range.ts';
import { useNow } from '../../lib/time/now.ts';
import { DateRangePicker } from '../../ui/forms/date-range-picker.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { ShiftDeadlines } from '../../ui/forms/shift-deadlines.tsx';
import { ShopSelect } from '../../ui/forms/shop-select.tsx';
import { ColumnsMenu } from '../../ui/lists/columns/columns-menu.tsx';
import type { Columns } from '../../ui/lists/columns/use-columns.ts';
import { ExportButton } from '../../ui/lists/export-button.tsx';
import type { OrderColumn } from './order-columns.tsx';
import { DAYS_LABELS, type OrderDays } from './order-days.ts';
import type { OrderView } from './order-views.ts';

const ANY = 'any';
const CUSTOM = 'custom';
const statusOptions = [
  { value: ANY, label: '全部状态' },
  ...ORDER_STATUSES.map((status) => ({ value: status as string, label: ORDER_STATUS_LABELS[status] })),
];
const daysOptions = [
  ...Object.entries(DAYS_LABELS).map(([value, label]) => ({ value, label })),
  { value: CUSTOM, label: '自选日期' },
];

type Props = {
  readonly view: OrderView;
  readonly filter: OrderFilter;
  readonly text: string;
  /** As far as they are counted. */
  readonly total: number | null;
  readonly columns: Columns<OrderColumn>;
  readonly onView: (change: Partial<OrderView>) => void;
  readonly onText: (text: string) => void;
  /** Enter or ↓ in the search field. */
  readonly onEnterList: () => void;
};

function Days({ days, onDays }: { readonly days: OrderDays; readonly onDays: (days: OrderDays) => void }) {
  const nowMs = useNow(DAY);
  return (
    <>
      <Select<string>
        aria-label="下单日期"
        popupMatchSelectWidth={false}
        options={daysOptions}
        value={typeof days === 'object' ? CUSTOM : days}
        // The options are the named days and 'custom', nothing else.
        onChange={(value) =>
          onDays(value === CUSTOM ? rangeOf('today', nowMs) : (value as keyof typeof DAYS_LABELS))
        }
      />
      {typeof days === 'object' && <DateRangePicker label="自选日期" range={days} onRange={onDays} />}
    </>
  );
}

export function OrdersBar(props: Props) {
  const { view, filter, text, total, columns, onView, onText, onEnterList } = props;
  const [, chooseShop] = useChosenShop();
  return (
    <header className="list-bar">
      <SearchField
        className="list-search"
        label="查找订单"
        placeholder="单号尾号、手机、收货人、昵称、商品、快递单号"
        shortcut={SHORTCUTS.findOrder}
        text={text}
        onText={onText}
        onEnterList={onEnterList}
      />
      <Select<string>
        aria-label="状态"
        popupMatchSelectWidth={false}
        options={statusOptions}
        value={view.status ?? ANY}
        onChange={(value) => onView({ status: ORDER_STATUSES.find((status) => status === value) ?? null })}
      />
      <Days days={view.days} onDays={(days) => onView({ days })} />
      <ShopSelect shopId={filter.shopId} onShop={chooseShop} />
      <span className="list-bar-end">
        <ShiftDeadlines label="顺延发货期限" kinds={['ship']} root="orders" />
        <ColumnsMenu columns={columns} />
        <ExportButton
          what="订单"
          unit="单"
          total={total}
          columns={ORDER_FILE_LABELS}
          shown={columns.ticked.flatMap(({ inFile }) => inFile)}
          save={({ scope, ...asked }) =>
            call('orders.export', { filter: scope === 'shown' ? filter : null, orderIds: null, ...asked })
          }
        />
      </span>
    </header>
  );
}

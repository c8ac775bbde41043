import { ORDER_STATUS_LABELS } from '../../../shared/domain/orders/order.ts';
import { ORDER_FOUND_BY_LABELS, type OrderFoundBy } from '../../../shared/domain/orders/order-found-by.ts';
import { ORDER_SET_LABELS } from '../../../shared/domain/orders/order-list.ts';
import type { FilterChip } from '../../ui/lists/filter-chips.tsx';
import { DAYS_LABELS, type OrderDays } from './order-days.ts';
import { EVERYTHING, type OrderView } from './order-views.ts';

function daysText(days: OrderDays): string {
  if (typeof days !== 'object') return DAYS_LABELS[days];
  const { fromDate, toDate } = days;
  return fromDate === toDate ? `${fromDate} 下单` : `${fromDate} 至 ${toDate} 下单`;
}

/** As the search was understood: 「9876」尾号、手机尾号. */
function textChip(text: string, foundBy: readonly OrderFoundBy[]): string {
  const words = foundBy.map((by) => ORDER_FOUND_BY_LABELS[by]).join('、');
  return words === '' ? `查找「${text}」` : `查找「${text}」${words}`;
}

type Conditions = {
  readonly view: OrderView;
  readonly text: string;
  readonly foundBy: readonly OrderFoundBy[];
  readonly shopName: string | undefined;
  readonly onView: (change: Partial<OrderView>) => void;
  readonly onText: (text: string) => void;
  readonly onShop: (shopId: null) => void;
};

/** Everything that narrows the list of orders. */
export function orderChips(conditions: Conditions): FilterChip[] {
  const { view, text, foundBy, shopName, onView, onText, onShop } = conditions;
  const { status, set, days } = view;
  const chips: FilterChip[] = [];
  const add = (key: string, label: string, onRemove: () => void) => chips.push({ key, label, onRemove });
  if (text !== '') add('text', textChip(text, foundBy), () => onText(''));
  if (set !== EVERYTHING.set) add('set', ORDER_SET_LABELS[set], () => onView({ set: EVERYTHING.set }));
  if (status !== null) add('status', ORDER_STATUS_LABELS[status], () => onView({ status: null }));
  if (days !== EVERYTHING.days) add('days', daysText(days), () => onView({ days: EVERYTHING.days }));
  if (shopName !== undefined) add('shop', shopName, () => onShop(null));
  return chips;
}

import type { ItemFields, OrderFields } from '../../../../shared/domain/orders/order.ts';
import { type ColumnPlan, fieldsOf, positionsOf } from '../../reading/columns/column-plan.ts';
import type { Refusal } from '../../reading/columns/read-fields.ts';

type Order = Readonly<Partial<OrderFields>>;
type Item = Readonly<Partial<ItemFields>>;

/** One of these shows that a row is about an order: its state, its times, its money. */
const OF_ORDER = [
  'platformStatus',
  'placedAtMs',
  'paidAtMs',
  'shippedAtMs',
  'completedAtMs',
  'shipDeadlineAtMs',
  'payableFen',
  'paidFen',
  'goodsFen',
  'settledFen',
  'refundFen',
] as const satisfies readonly (keyof OrderFields)[];
const OF_ITEM = [
  'quantity',
  'priceFen',
  'payableFen',
  'paidFen',
  'refundFen',
] as const satisfies readonly (keyof ItemFields)[];

/** A row with a number and nothing that an order has; a file without any such column is not judged by them. */
export function createIsBare(plan: ColumnPlan): (order: Order, item: Item) => boolean {
  const ofOrder = OF_ORDER.filter((field) => fieldsOf(plan, 'order').has(field));
  const ofItem = OF_ITEM.filter((field) => fieldsOf(plan, 'item').has(field));
  if (ofOrder.length + ofItem.length === 0) return () => false;
  return (order, item) => {
    for (const field of ofOrder) if (isFilled(order[field])) return false;
    for (const field of ofItem) if (isFilled(item[field])) return false;
    return true;
  };
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined;

/** The state is what an agent looks for first. */
export function numberAlone(plan: ColumnPlan): Refusal {
  const [position] = positionsOf(plan, 'order', 'platformStatus');
  return position === undefined
    ? {
        position: positionsOf(plan, 'no', 'no')[0] ?? 0,
        reason: `这一行只有编号，没有时间和金额，不是订单；${CHECK}`,
      }
    : { position, reason: `${plan.headers[position] ?? ''}为空，也没有时间和金额，这一行不是订单；${CHECK}` };
}

const CHECK = '请核对原始文件中的这一行';

/** Tells the agent when a file cannot show who has paid, and how to get one that does. */
export function silencesOf(plan: ColumnPlan): string[] {
  const has = (field: keyof OrderFields) => positionsOf(plan, 'order', field).length > 0;
  if (has('platformStatus')) return [];
  const shown = [
    ...(has('paidAtMs') ? ['付款时间'] : []),
    ...(has('paidFen') ? ['实付金额'] : []),
    ...(has('shippedAtMs') ? ['发货时间'] : []),
    ...(has('completedAtMs') ? ['完成时间'] : []),
  ];
  const judged =
    shown.length === 0
      ? '文件里没有「订单状态」，也没有付款、发货等时间，看不出是否已付款'
      : `文件里没有「订单状态」，只能按${shown.join('、')}判断`;
  return [
    `${judged}；判断不出的新订单记为「状态未知」，不催付，已知订单的状态不变。需要催付时请在导出时勾选「订单状态」后重新导入`,
  ];
}

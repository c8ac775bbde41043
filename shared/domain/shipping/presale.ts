import type { Order } from '../orders/order.ts';

/** Columns of the platforms that say whether an order is one of a pre-sale, and the words that say so. */
export const PRESALE_FLAGS = ['预售订单', '是否预售'] as const;
export const PRESALE_WORDS = ['是', '预售', '1', 'true'] as const;
/** Filled with a date for a pre-sale alone. */
export const PRESALE_DATES = ['预约发货时间', '预售订单开始发货时间'] as const;

const saysYes = (cell: string | undefined): boolean =>
  cell !== undefined && PRESALE_WORDS.some((word) => word === cell.trim());
const isDate = (cell: string | undefined): boolean => cell !== undefined && /^\d/.test(cell.trim());

/** O7: the file says so; where it says nothing, nobody knows, and the order is treated like one that is no pre-sale. */
export const isPresale = ({ extra }: Pick<Order, 'extra'>): boolean =>
  PRESALE_FLAGS.some((name) => saysYes(extra[name])) || PRESALE_DATES.some((name) => isDate(extra[name]));

import type { Order } from '../orders/order.ts';
import type { ShippingSettings } from '../settings/shop/shipping.ts';

/** Columns in which a platform or another tool may say that goods are shipped within a day. */
export const FAST_COLUMNS = ['发货时效', '发货承诺', '时效标签', '商品标签', '订单标签'] as const;

/** `'24 小时发货'` and `'24小时发货'` are the same words. */
export const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

/** O4: goods of 24 小时发货, as the words of the shop find them in the title, the merchant's code or a column of the file. */
export function isFast(
  { itemTitle, merchantCode, extra }: Pick<Order, 'itemTitle' | 'merchantCode' | 'extra'>,
  { fastWords }: Pick<ShippingSettings, 'fastWords'>,
): boolean {
  const texts = [itemTitle, merchantCode, ...FAST_COLUMNS.map((name) => extra[name])]
    .filter((text) => text !== null && text !== undefined)
    .map(withoutBlanks);
  return fastWords.some((word) => texts.some((text) => text.includes(withoutBlanks(word))));
}

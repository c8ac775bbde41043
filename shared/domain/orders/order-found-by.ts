import { z } from 'zod';

/** The word or number by which a search has found an order, the closest first. */
export const ORDER_FOUND_BY = [
  'no',
  'tracking',
  'noTail',
  'mobileTail',
  'phoneTail',
  'trackingTail',
  'nick',
  'receiver',
  'amount',
  'product',
  'pinyin',
] as const;
export const OrderFoundBy = z.enum(ORDER_FOUND_BY);
export type OrderFoundBy = z.infer<typeof OrderFoundBy>;

export const ORDER_FOUND_BY_LABELS = {
  no: '订单号',
  tracking: '运单号',
  noTail: '尾号',
  mobileTail: '手机尾号',
  phoneTail: '电话尾号',
  trackingTail: '运单尾号',
  nick: '昵称',
  receiver: '收货人',
  amount: '金额',
  product: '商品',
  pinyin: '拼音',
} as const satisfies Record<OrderFoundBy, string>;

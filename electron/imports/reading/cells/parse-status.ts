import type { OrderStatus } from '../../../../shared/domain/orders/order.ts';
import { foldWidth } from '../columns/header-name.ts';

export type KnownStatus = { readonly status: OrderStatus; readonly platformStatus: string };

/** The platforms' words for each status; the words before 淘宝 | 抖店 | 拼多多 | 京东 are kept as the platform's own text. */
const STATUS_TEXTS = {
  unpaid: ['等待买家付款', '未创建支付宝交易', '待支付', '待付款', '等待付款', '未付款', '等待付款确认'],
  paid: [
    '买家已付款，等待卖家发货',
    '卖家部分发货',
    '待发货',
    '已支付',
    '备货中',
    '部分发货',
    '等待出库',
    // A locked 京东 order is paid and waits for the answer to a cancellation.
    '锁定',
    '已付款',
    '未发货',
    '已付款，待发货',
  ],
  shipped: [
    '卖家已发货，等待买家确认',
    '卖家已发货，等待买家确认收货',
    '买家已签收',
    '已发货',
    '已发货，待收货',
    '已发货，待签收',
    '待收货',
    '等待确认收货',
  ],
  completed: ['交易成功', '已完成', '已收货', '完成'],
  closed: [
    '交易关闭',
    '交易自动关闭',
    '卖家或买家主动关闭交易',
    '已关闭',
    '已取消',
    '未发货，退款成功',
    '已发货，退款成功',
    '已收货，退款成功',
    '（删除）等待出库',
    '（删除）锁定',
    '（删除）等待确认收货',
  ],
} as const satisfies Record<OrderStatus, readonly string[]>;

const NOT_WORDS = /[\s\p{P}\p{S}]+/gu;
/** A file has a dozen status texts, but a broken one may have any number. */
const MAX_REMEMBERED = 1000;

function keyOf(text: string): string {
  return foldWidth(text).replaceAll(NOT_WORDS, '');
}

const BY_KEY = new Map<string, KnownStatus>(
  Object.entries(STATUS_TEXTS).flatMap(([status, texts]) =>
    texts.map((text): [string, KnownStatus] => [
      keyOf(text),
      // Object.entries widens the key of a constant map to string.
      { status: status as OrderStatus, platformStatus: text },
    ]),
  ),
);

/** Q12: blanks and the width of punctuation differ between exports, the words do not. */
export function createStatusParser(): (text: string) => KnownStatus | undefined {
  const remembered = new Map<string, KnownStatus | undefined>();
  return (text) => {
    if (remembered.has(text)) return remembered.get(text);
    const known = BY_KEY.get(keyOf(text));
    if (remembered.size < MAX_REMEMBERED) remembered.set(text, known);
    return known;
  };
}

import type { KnownOrderStatus, OrderStatus } from './order.ts';
import { PART_END, statusIn } from './status-grammar.ts';

/** A status as a file writes it. */
export type StatusWord = {
  /** `null`: the word does not say how far the order is. */
  readonly status: OrderStatus | null;
  /** The platform's own word. */
  readonly platformStatus: string;
  /** No list has it: it was understood by its parts, or not at all. */
  readonly isNew: boolean;
};

/** The platforms' words for each status; the words of 淘宝 | 抖店 | 拼多多 | 京东 are kept as the platform's own text. */
const STATUS_TEXTS = {
  unpaid: ['等待买家付款', '未创建支付宝交易', '待支付', '待付款', '等待付款', '未付款', '等待付款确认'],
  paid: [
    '买家已付款，等待卖家发货',
    '卖家部分发货',
    '待发货',
    '待配货',
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
  completed: ['交易成功', '已完成', '已收货', '已签收', '完成'],
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
} as const satisfies Record<KnownOrderStatus, readonly string[]>;

/** A platform writes these in brackets beside a status: they say how the order is treated, not how far it is. */
const HELD = /^[(（[【](?:锁定|暂停|挂起|冻结|异常)[)）\]】]|[(（[【](?:锁定|暂停|挂起|冻结|异常)[)）\]】]$/g;
const NOT_WORDS = /[\s\p{P}\p{S}]+/gu;
const BLANKS = /\s+/g;
const MARKS = /[\p{P}\p{S}]+/gu;
/** A longer text, or one without a letter, comes from another column. */
const LONGEST_WORD = 40;
/** A file has a dozen status texts, but a broken one may have any number. */
const MAX_REMEMBERED = 1000;
const remembered = new Map<string, StatusWord>();

function keyOf(text: string): string {
  return text.normalize('NFKC').replaceAll(NOT_WORDS, '');
}

const BY_KEY = new Map<string, StatusWord>(
  Object.entries(STATUS_TEXTS).flatMap(([status, texts]) =>
    texts.map((text): [string, StatusWord] => [
      keyOf(text),
      // Object.entries widens the key of a constant map to string.
      { status: status as OrderStatus, platformStatus: text, isNew: false },
    ]),
  ),
);

/** Q12: brackets and commas as 淘宝 writes them, so that one status is one word. */
const fullWidth = (text: string): string =>
  text.replaceAll('(', '（').replaceAll(')', '）').replaceAll(/,\s?/g, '，');

function readStatus(text: string): StatusWord | undefined {
  if (text.length > LONGEST_WORD || !/\p{L}/u.test(text)) return undefined;
  const known = BY_KEY.get(keyOf(text));
  if (known) return known;
  const platformStatus = fullWidth(text);
  const held = BY_KEY.get(keyOf(text.replaceAll(HELD, '')));
  if (held) return { ...held, platformStatus };
  return { status: statusIn(partsOf(text)), platformStatus, isNew: true };
}

const partsOf = (text: string): string =>
  text.normalize('NFKC').replaceAll(BLANKS, '').replaceAll(MARKS, PART_END);

/** Q12: blanks and the width of punctuation differ between exports, the words do not. `undefined`: no status at all. */
export function orderStatusWord(text: string): StatusWord | undefined {
  const known = remembered.get(text);
  if (known) return known;
  const word = readStatus(text);
  if (word && remembered.size < MAX_REMEMBERED) remembered.set(text, word);
  return word;
}

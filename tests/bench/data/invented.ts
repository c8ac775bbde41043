import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { below, createRandom, pick, type Random } from '../support/random.ts';

/** When the invented shop is looked at: a working day in the week of the summer sale. */
export const BENCH_NOW = '2026-06-18T12:00:00+08:00';
export const BENCH_NOW_MS = Date.parse(BENCH_NOW);
export const SEED = 20_260_618;

const YEAR_MS = 365 * DAY;
const HOW = ['山间', '夏天', '青柠', '江南', '拾光', '北方', '小鹿', '晴空', '云上', '纸鸢'];
const WHAT = ['一壶茶', '的风', '不加冰', '烟雨客', '旅人', '有雪', '乱撞', '散步', '邮差', '来信'];
const GOODS = ['保温杯', '短袖T恤', '茶具套装', '防晒衣', '积木', '帆布包', '收纳盒', '台灯', '毛巾', '拼图'];
const KINDS = ['便携款', '宽松款', '礼盒装', '轻薄款', '加大号', '情侣款', '儿童款', '家用款'];
const COLOURS = ['白色', '雾蓝', '青瓷', '浅粉', '墨绿', '米色'];
const STATUSES = ['completed', 'completed', 'completed', 'shipped', 'closed'] as const;
const STEPS = ['first', 'remedy', 'confirm'] as const;

export type InventedStatus = 'unpaid' | 'paid' | (typeof STATUSES)[number];

export type InventedOrder = {
  readonly no: string;
  readonly customer: number;
  readonly nick: string;
  readonly status: InventedStatus;
  readonly placedAtMs: number;
  readonly paidAtMs: number | null;
  readonly goodsFen: number;
  readonly items: readonly { readonly title: string; readonly sku: string; readonly code: string }[];
  readonly trackingNo: string | null;
  readonly step: (typeof STEPS)[number];
};

export const nickOf = (customer: number): string =>
  `示例${HOW[customer % 10]}${WHAT[Math.floor(customer / 10) % 10]}${customer}`;

const goodsTitle = (random: Random) =>
  `示例${pick(random, GOODS)} ${pick(random, KINDS)} ${below(random, 400)}号`;

/** Orders are a year old at most, and only the last hundredth of them is still unpaid. */
function statusAt(share: number, random: Random): InventedStatus {
  const isFresh = share > 0.985;
  if (!isFresh) return pick(random, STATUSES);
  return random() < 2 / 3 ? 'unpaid' : 'paid';
}

/** Every 2000th order is of the same customer, so that a store has a buyer with very many. */
const customerOf = (index: number, customers: number, random: Random) =>
  index % 2000 === 0 ? 0 : below(random, customers);

/** So many orders of a year, the oldest first; the same ones at every call. */
export function* inventOrders(count: number, firstNo = 0): Generator<InventedOrder> {
  const random = createRandom(SEED + firstNo);
  const customers = Math.max(1, Math.floor(count * 0.3));
  for (let index = 0; index < count; index++) {
    const share = index / count;
    const customer = customerOf(index, customers, random);
    const status = statusAt(share, random);
    const placedAtMs = Math.floor(BENCH_NOW_MS - (1 - share) * YEAR_MS);
    const isPaid = status !== 'unpaid' && status !== 'closed';
    yield {
      no: `33${String((firstNo + index) * 7919).padStart(17, '0')}`,
      customer,
      nick: nickOf(customer),
      status,
      placedAtMs,
      paidAtMs: isPaid ? placedAtMs + below(random, 90) * MINUTE : null,
      goodsFen: 990 + below(random, 40_000),
      items: Array.from({ length: random() < 0.7 ? 1 : 2 }, () => ({
        title: goodsTitle(random),
        sku: `颜色分类：${pick(random, COLOURS)}`,
        code: `SL${below(random, 4000)}`,
      })),
      trackingNo: isPaid && status !== 'paid' ? `38300${String(firstNo + index).padStart(8, '0')}` : null,
      step: pick(random, STEPS),
    };
  }
}

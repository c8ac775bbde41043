import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { headerOf } from '../../support/export-headers.ts';
import { below, createRandom, pick, type Random } from '../support/random.ts';
import { BENCH_NOW_MS, type InventedOrder, inventOrders, SEED } from './invented.ts';
import { beijingTime, type ExportPair, writeExport, yuan } from './write-export.ts';

const OPEN = [
  '买家已经申请退款，等待卖家同意',
  '卖家已经同意退款，等待买家退货',
  '买家已经退货，等待卖家确认收货',
] as const;
const OVER = ['退款成功', '退款成功', '退款成功', '退款关闭'] as const;
const REASONS = [
  '七天无理由退换货',
  '商品质量问题',
  '不喜欢/不想要',
  '尺码不合适',
  '未按约定时间发货',
] as const;
/** The newest twentieth is still under way. */
const OPEN_FROM = 0.95;

type Shares = {
  /** Of how many orders of the store. */
  readonly orders: number;
  /** How many refunds there are of them in all. */
  readonly refunds: number;
};

function timesOf(isOpen: boolean, askedAtMs: number, random: Random) {
  return {
    退款的申请时间: beijingTime(askedAtMs),
    超时时间: isOpen ? beijingTime(BENCH_NOW_MS + HOUR + below(random, 7 * DAY)) : '',
    退款完结时间: isOpen ? '' : beijingTime(askedAtMs + 3 * DAY),
  };
}

const parcelOf = ({ no }: InventedOrder, sentAtMs: number) => ({
  退货物流单号: `YT${no.slice(-13)}`,
  退货物流公司: '圆通速递',
  买家退货时间: beijingTime(sentAtMs),
});

function cellsOf(order: InventedOrder, share: number, random: Random): Readonly<Record<string, string>> {
  const isOpen = share >= OPEN_FROM;
  const askedAtMs = Math.min(BENCH_NOW_MS - HOUR, order.placedAtMs + DAY + below(random, 4 * DAY));
  const money = yuan(order.goodsFen + 1000);
  const status = isOpen ? pick(random, OPEN) : pick(random, OVER);
  const isReturned = status === OPEN[2] || status === '退款成功';
  return {
    订单编号: order.no,
    退款编号: `25${order.no.slice(2)}`,
    订单付款时间: beijingTime(order.paidAtMs),
    买家实际支付金额: money,
    宝贝标题: order.items[0]?.title ?? '',
    买家退款金额: money,
    售后类型: status === OPEN[0] ? pick(random, ['仅退款', '退货退款'] as const) : '退货退款',
    退款状态: status,
    货物状态: '已收到货',
    客服介入状态: '无客服介入',
    买家退款原因: pick(random, REASONS),
    ...timesOf(isOpen, askedAtMs, random),
    ...(isReturned ? parcelOf(order, askedAtMs + DAY) : {}),
  };
}

/** Refunds of orders at even distances over the whole store, from the one number to the other. */
export function makeRefundExport(
  { orders, refunds }: Shares,
  [from, until]: readonly [number, number],
): ExportPair {
  const step = Math.max(1, Math.floor(orders / refunds));
  const random = createRandom(SEED + from);
  function* rows() {
    let index = 0;
    for (const order of inventOrders(orders)) {
      const refund = index / step;
      if (index % step === 0 && refund >= from && refund < until)
        yield cellsOf(order, refund / refunds, random);
      index += 1;
    }
  }
  return writeExport({ name: `refunds-${from}-${until}`, columns: headerOf('REFUNDS_2026'), rows: rows() });
}

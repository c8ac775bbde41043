import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { below, pick, type Random } from '../../bench/support/random.ts';
import { encodeText, exportGrid, toCsv } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';

/** There are so many orders; a file holds some of them, new ones and such as were imported before. */
const ORDERS = 400;
const STATES = ['等待买家付款', '等待买家付款', '买家已付款，等待卖家发货', '交易成功', '交易关闭'] as const;
const REFUND_STATES = [
  '买家已经申请退款，等待卖家同意',
  '买家已经退货，等待卖家确认收货',
  '退款成功',
] as const;

type Cells = Readonly<Record<string, string>>;

const orderNoOf = (index: number): string =>
  (3_304_370_000_000_000_000n + BigInt(index) * 1_000_003n).toString();

function orderCells(random: Random, nowMs: number): Cells {
  const index = below(random, ORDERS);
  const status = pick(random, STATES);
  const isPaid = status.startsWith('买家已付款') || status === '交易成功';
  const placedAtMs = nowMs - below(random, 30 * 60) * MINUTE;
  return {
    订单编号: orderNoOf(index),
    买家会员名: `客户${index % 150}`,
    总金额: `${20 + index}.00`,
    买家实际支付金额: isPaid ? `${20 + index}.00` : '0.00',
    订单状态: status,
    订单创建时间: formatBeijing(placedAtMs),
    订单付款时间: isPaid ? formatBeijing(placedAtMs + MINUTE) : '',
    商家备忘: pick(random, ['', '', '改价 5 元', '周五前发']),
  };
}

function refundCells(random: Random, nowMs: number): Cells {
  const index = below(random, ORDERS);
  return {
    订单编号: orderNoOf(index),
    退款编号: `2500000000000${(10_000 + index).toString()}`,
    买家退款金额: `${20 + index}.00`,
    退款状态: pick(random, REFUND_STATES),
    售后类型: '退货退款',
    退款的申请时间: formatBeijing(nowMs - 24 * HOUR),
    超时时间: formatBeijing(nowMs + below(random, 48) * HOUR + HOUR),
  };
}

export type ExportWish = {
  readonly random: Random;
  readonly nowMs: number;
  readonly kind: 'orders' | 'refunds';
  readonly rows: number;
};

/** Writes a file as 淘宝 exports it, beside the store; the same wish writes the same file. */
export function writeExport(folder: string, { random, nowMs, kind, rows }: ExportWish): string {
  const [name, cellsOf]: [ExportName, typeof orderCells] =
    kind === 'orders' ? ['ERA_D', orderCells] : ['REFUNDS_2026', refundCells];
  const grid = exportGrid(
    name,
    Array.from({ length: rows }, () => cellsOf(random, nowMs)),
  );
  const path = join(folder, `${kind}-${nowMs}.csv`);
  writeFileSync(path, encodeText(toCsv(grid), 'gb18030'));
  // An import keeps when its file was written.
  utimesSync(path, nowMs / 1000, nowMs / 1000);
  return path;
}

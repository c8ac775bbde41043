import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import { exportGrid, toCsv } from '../export-files.ts';
import type { ExportName } from '../export-headers.ts';
import type { MainSide } from './create-main-side.ts';

/** An order as the platform would export it. */
export type ExportedOrder = {
  readonly no: string;
  readonly customer: string;
  readonly placedAtMs: number;
  /** `null`: not paid. */
  readonly paidAtMs?: number | null;
  readonly isClosed?: boolean;
  readonly amount: string;
  readonly title: string;
  readonly sku: string;
  readonly quantity?: number;
  readonly mobile?: string;
  readonly message?: string;
  readonly memo?: string;
};

function statusOf({ paidAtMs = null, isClosed = false }: ExportedOrder): string {
  if (isClosed) return '交易关闭';
  return paidAtMs === null ? '等待买家付款' : '买家已付款，等待卖家发货';
}

/** Both files say when it was. */
const timeCells = ({ placedAtMs, paidAtMs = null }: ExportedOrder) => ({
  订单创建时间: formatBeijing(placedAtMs),
  订单付款时间: paidAtMs === null ? '' : formatBeijing(paidAtMs),
});

/** The order as a row of 淘宝’s list of orders, by column. */
export function exportedRow(order: ExportedOrder): Record<string, string> {
  const { paidAtMs = null, quantity = 1, isClosed = false } = order;
  return {
    ...timeCells(order),
    订单编号: order.no,
    买家会员名: order.customer,
    买家会员昵称: order.customer,
    买家应付货款: order.amount,
    买家应付邮费: '0.00',
    总金额: order.amount,
    买家实际支付金额: paidAtMs === null ? '0.00' : order.amount,
    订单状态: statusOf(order),
    买家留言: order.message ?? '',
    联系手机: order.mobile ?? '13800000000',
    宝贝标题: order.title,
    宝贝总数量: quantity.toString(),
    订单关闭原因: isClosed ? '买家未付款，超时关闭' : '订单未关闭',
    商家备忘: order.memo ?? '',
    物流单号: '',
    物流公司: '',
  };
}

function itemCells(order: ExportedOrder, index: number): Record<string, string> {
  return {
    ...timeCells(order),
    子订单编号: `${order.no}1`,
    主订单编号: order.no,
    商品标题: order.title,
    商品价格: order.amount,
    购买数量: (order.quantity ?? 1).toString(),
    商品属性: order.sku,
    外部系统编号: `A-${1001 + index}`,
    订单状态: statusOf(order),
  };
}

/** A test does not look into the items of so many orders. */
const ITEMS_OF = 100;

/** Imports the orders from files, as an agent would: the orders, then what is in the first of them. */
export function importOrders(
  main: Pick<MainSide, 'core'>,
  shop: Shop,
  orders: readonly ExportedOrder[],
): void {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-page-'));
  const importRows = (name: ExportName, rows: readonly Record<string, string>[]) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, `\uFEFF${toCsv(exportGrid(name, rows))}`);
    const outcome = main.core.importFile({ path, shop, agentId: null, isDryRun: false });
    if (outcome.kind !== 'committed' || outcome.rejected.length > 0)
      throw new Error(`The orders were not imported: ${JSON.stringify(outcome)}`);
  };
  try {
    importRows('ERA_D', orders.map(exportedRow));
    importRows('ITEMS_27', orders.slice(0, ITEMS_OF).map(itemCells));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

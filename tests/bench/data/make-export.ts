import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeText } from '../../support/export-files.ts';
import { headerOf } from '../../support/export-headers.ts';
import { type InventedOrder, inventOrders } from './invented.ts';
import { benchFolder } from './make-store.ts';

export type ExportPair = {
  /** As 淘宝 writes it: GB18030, `="…"` numbers, CRLF. */
  readonly gb18030: string;
  /** The same cells as any other program would want them. */
  readonly utf8: string;
  readonly columns: readonly string[];
};

const STATUS_TEXT = {
  unpaid: '等待买家付款',
  paid: '买家已付款，等待卖家发货',
  shipped: '卖家已发货，等待买家确认',
  completed: '交易成功',
  closed: '交易关闭',
} as const;

/** Far from the numbers of the generated stores, so that every row is new to them. */
const FIRST_NO = 5_000_000;
const ROWS_PER_WRITE = 2000;

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

function beijingTime(ms: number | null): string {
  if (ms === null) return '';
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function cellsOf(order: InventedOrder): Readonly<Record<string, string>> {
  const total = yuan(order.goodsFen + 1000);
  return {
    订单编号: order.no,
    买家会员名: order.nick,
    买家支付宝账号: `${order.customer}@example.com`,
    买家应付货款: yuan(order.goodsFen),
    买家应付邮费: '10.00',
    买家支付积分: '0',
    总金额: total,
    返点积分: '0',
    买家实际支付金额: order.paidAtMs === null ? '0.00' : total,
    买家实际支付积分: '0',
    订单状态: STATUS_TEXT[order.status],
    收货人姓名: '林小满',
    收货地址: '浙江省 杭州市 余杭区 示例镇示例小区3幢(000000)',
    运送方式: '快递',
    联系手机: "'13900000002",
    订单创建时间: beijingTime(order.placedAtMs),
    订单付款时间: beijingTime(order.paidAtMs),
    宝贝标题: order.items.map(({ title }) => title).join('，'),
    宝贝种类: String(order.items.length),
    物流单号: order.trackingNo === null ? '' : `No:${order.trackingNo}`,
    物流公司: order.trackingNo === null ? '' : '申通快递',
    宝贝总数量: String(order.items.length),
    店铺名称: '示例旗舰店',
    订单关闭原因: order.status === 'closed' ? '买家未付款' : '订单未关闭',
    卖家服务费: '0元',
    买家服务费: '0元',
    是否手机订单: '手机订单',
    是否代付: '否',
    是否是O2O交易: '否',
    退款金额: '0.00',
  };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

/** So many orders as one export, and the same rows as plain UTF-8. */
export function makeExport(rows: number): ExportPair {
  const folder = join(benchFolder, 'work', 'export');
  mkdirSync(folder, { recursive: true });
  const columns = headerOf('ERA_B');
  const pair = {
    gb18030: join(folder, `orders-${rows}.csv`),
    utf8: join(folder, `orders-${rows}.utf8.csv`),
    columns,
  };
  const gb18030 = openSync(pair.gb18030, 'w');
  const utf8 = openSync(pair.utf8, 'w');
  let [shop, plain] = [`${columns.map(quoted).join(',')}\r\n`, ''];
  let pending = 0;
  const flush = () => {
    writeSync(gb18030, encodeText(shop, 'gb18030'));
    writeSync(utf8, plain);
    [shop, plain, pending] = ['', '', 0];
  };
  for (const order of inventOrders(rows, FIRST_NO)) {
    const byColumn = cellsOf(order);
    const cells = columns.map((column) => byColumn[column.trim()] ?? '');
    shop += `="${order.no}",${cells.slice(1).map(quoted).join(',')}\r\n`;
    plain += `${cells.map(quoted).join(',')}\n`;
    pending++;
    if (pending === ROWS_PER_WRITE) flush();
  }
  flush();
  closeSync(gb18030);
  closeSync(utf8);
  return pair;
}

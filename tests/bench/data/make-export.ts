import { headerOf } from '../../support/export-headers.ts';
import { type InventedOrder, inventOrders } from './invented.ts';
import { beijingTime, type ExportPair, writeExport, yuan } from './write-export.ts';

const STATUS_TEXT = {
  unpaid: '等待买家付款',
  paid: '买家已付款，等待卖家发货',
  shipped: '卖家已发货，等待买家确认',
  completed: '交易成功',
  closed: '交易关闭',
} as const;

/** Far from the numbers of the generated stores, so that every row is new to them. */
const FIRST_NO = 5_000_000;

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

/** So many orders that no store knows as one export, and the same rows as plain UTF-8. */
export const makeExport = (rows: number): ExportPair => exportOf(String(rows), inventOrders(rows, FIRST_NO));

/**
 * A day's file: half of its orders stand among the last of a store with so many, the unpaid ones of them paid by now;
 * the other half is new. Each round has others.
 */
export function makeDayExport(rows: number, storeOrders: number, round: number): ExportPair {
  const half = Math.floor(rows / 2);
  const first = Math.max(0, storeOrders - half * (round + 1));
  return exportOf(`day-${round}`, ordersOfDay());

  function* ordersOfDay(): Generator<InventedOrder> {
    let index = 0;
    for (const order of inventOrders(storeOrders)) {
      if (index >= first && index < first + half) yield paidByNow(order);
      index++;
    }
    yield* inventOrders(rows - half, FIRST_NO + round * rows);
  }
}

const paidByNow = (order: InventedOrder): InventedOrder =>
  order.status === 'unpaid' ? { ...order, status: 'paid', paidAtMs: order.placedAtMs + 60_000 } : order;

function exportOf(name: string, orders: Iterable<InventedOrder>): ExportPair {
  const columns = headerOf('ERA_B');
  function* written() {
    for (const order of orders) yield cellsOf(order);
  }
  return writeExport({ name: `orders-${name}`, columns, rows: written() });
}

import { ORDER_STATUS_LABELS, ORDER_STATUSES, type Order } from '../../../shared/domain/orders/order.ts';
import { EVERY_ORDER } from '../../../shared/domain/orders/order-list.ts';
import type { DeadlineTime } from '../../../shared/domain/shared-parts/deadline.ts';
import { shipEndOf } from '../../../shared/domain/shipping/ship-end.ts';
import { toBeijingIso } from '../../../shared/time/beijing.ts';
import { done, type Invocation, type StoreCommand } from '../../command.ts';
import { oneOf, optional, refuseWords } from '../../values.ts';

const isoOrNull = (atMs: number | null) => (atMs === null ? null : toBeijingIso(atMs));

function itemsOf(core: Invocation['core'], order: Order) {
  return core.stores.items.listOf(order.id).map((item) => ({
    no: item.lineNo,
    title: item.title,
    sku: item.sku,
    outerCode: item.outerCode ?? item.merchantCode,
    quantity: item.quantity,
    priceFen: item.priceFen,
    paidFen: item.paidFen,
    refundStatus: item.refundStatus,
    refundFen: item.refundFen,
    extra: item.extra,
  }));
}

function orderJson(core: Invocation['core'], order: Order, shipEnd: DeadlineTime | null) {
  const shop = core.stores.shops.get(order.shopId);
  return {
    no: order.no,
    shop: shop?.name ?? null,
    platform: shop?.platform ?? null,
    status: order.status,
    platformStatus: order.platformStatus,
    afterSalesStatus: order.afterSalesStatus,
    closeReason: order.closeReason,
    customer: order.customerNick,
    customerDisplayName: order.customerDisplayName,
    customerAlipay: order.customerAlipay,
    createdAt: isoOrNull(order.placedAtMs),
    paidAt: isoOrNull(order.paidAtMs),
    shippedAt: isoOrNull(order.shippedAtMs),
    completedAt: isoOrNull(order.completedAtMs),
    shipDeadlineAt: isoOrNull(shipEnd?.atMs ?? order.shipDeadlineAtMs),
    shipDeadlineSource: shipEnd?.source ?? null,
    goodsFen: order.goodsFen,
    postageFen: order.postageFen,
    payableFen: order.payableFen,
    paidFen: order.paidFen,
    refundFen: order.refundFen,
    settledFen: order.settledFen,
    itemTitle: order.itemTitle,
    itemCount: order.itemCount,
    itemKinds: order.itemKinds,
    sku: order.sku,
    merchantCode: order.merchantCode,
    items: itemsOf(core, order),
    trackingNo: order.trackingNo,
    carrier: order.carrier,
    memo: order.memo,
    memoTag: order.memoTag,
    flag: order.flag,
    customerMessage: order.customerMessage,
    receiver: {
      name: order.receiverName,
      mobile: order.receiverMobile,
      phone: order.receiverPhone,
      address: order.receiverAddress,
    },
    paymentNo: order.paymentNo,
    paymentDetail: order.paymentDetail,
    extra: order.extra,
  };
}

function lineOf(order: ReturnType<typeof orderJson>): string {
  const amount = order.payableFen === null ? '—' : `¥${(order.payableFen / 100).toFixed(2)}`;
  const placed = order.createdAt?.slice(0, 16).replace('T', ' ') ?? '—';
  return `${order.no}  ${ORDER_STATUS_LABELS[order.status]}  ${order.customer ?? '—'}  ${amount}  ${placed}  ${order.itemTitle ?? ''}`;
}

function run({ core, values, positionals }: Invocation) {
  refuseWords(positionals);
  const status = optional(values, 'status');
  const no = optional(values, 'no');
  const wanted = status === undefined ? null : oneOf(status, ORDER_STATUSES, '--status');
  const all = core.stores.orderList.all({ ...EVERY_ORDER, status: wanted });
  const orders =
    no === undefined
      ? [...all]
      : core.stores.orders.findByNo(no).filter((order) => wanted === null || order.status === wanted);
  const ids = orders.map(({ id }) => id);
  const timesOf = Map.groupBy(
    core.stores.deadlines.listOf('order', ids),
    ({ subject }): string => subject.id,
  );
  const json = orders.map((order) => {
    const { shipping } = core.settingsOf(order.shopId);
    return orderJson(core, order, shipEndOf(order, timesOf.get(order.id) ?? [], shipping));
  });
  return done(json, json.length === 0 ? ['没有订单'] : json.map(lineOf));
}

export const ordersCommand: StoreCommand = {
  name: 'orders',
  usage: 'orders [--no NO] [--status S]',
  summary: '列出订单，最新下单的在前',
  help: ['  --no NO      订单编号', `  --status S   ${ORDER_STATUSES.join('、')}`],
  options: { no: { type: 'string' }, status: { type: 'string' } },
  run,
};

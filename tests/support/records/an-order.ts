import type { CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Customer } from '../../../shared/domain/orders/customer.ts';
import type { Order, OrderFields, OrderItem } from '../../../shared/domain/orders/order.ts';
import {
  bareOrderSubject,
  type OrderSubject,
  type OtherOrder,
} from '../../../shared/domain/orders/order-subject.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import { fromBeijing } from '../../../shared/time/beijing.ts';

/** `beijing('2026-06-10 10:00')` → epoch ms; throws on a moment that does not exist. */
export function beijing(text: string): number {
  const [, year, month, day, hour, minute, second] = (
    /^(\d+)-(\d+)-(\d+) (\d+):(\d+)(?::(\d+))?$/.exec(text) ?? []
  ).map(Number);
  const atMs = fromBeijing({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second === undefined || Number.isNaN(second) ? 0 : second,
  });
  if (atMs === undefined) throw new Error(`No such moment: ${text}`);
  return atMs;
}

/** When the orders of the builders were placed: a Wednesday morning, far from quiet hours. */
export const PLACED_AT_MS: number = beijing('2026-06-10 10:00');

const EMPTY_FIELDS: OrderFields = {
  status: null,
  platformStatus: null,
  closeReason: null,
  afterSalesStatus: null,
  customerNick: null,
  customerDisplayName: null,
  customerAlipay: null,
  placedAtMs: null,
  paidAtMs: null,
  shipDeadlineAtMs: null,
  shippedAtMs: null,
  completedAtMs: null,
  goodsFen: null,
  postageFen: null,
  payableFen: null,
  paidFen: null,
  refundFen: null,
  settledFen: null,
  itemTitle: null,
  itemCount: null,
  itemKinds: null,
  sku: null,
  merchantCode: null,
  receiverName: null,
  receiverMobile: null,
  receiverPhone: null,
  receiverAddress: null,
  customerMessage: null,
  memo: null,
  memoTag: null,
  flag: null,
  trackingNo: null,
  carrier: null,
  paymentNo: null,
  paymentDetail: null,
};

/** An unpaid order over 88 yuan, placed at `PLACED_AT_MS`. */
export function anOrder(overrides: Partial<Order> = {}): Order {
  return {
    ...EMPTY_FIELDS,
    id: 'order-1' as OrderId,
    shopId: 'shop-1' as ShopId,
    no: '3141592653589793',
    status: 'unpaid',
    customerId: null,
    placedAtMs: PLACED_AT_MS,
    goodsFen: 8800,
    payableFen: 8800,
    itemTitle: '纯棉短袖T恤',
    itemCount: 1,
    closesAtMs: null,
    chaseStoppedAtMs: null,
    chaseStopReason: null,
    agreedPayAtMs: null,
    extra: {},
    updatedAtMs: PLACED_AT_MS,
    ...overrides,
  };
}

export function anItem(overrides: Partial<OrderItem> = {}): OrderItem {
  return {
    orderId: 'order-1' as OrderId,
    lineNo: '#1',
    title: '纯棉短袖T恤',
    sku: '颜色:白色;尺码:L',
    outerCode: null,
    merchantCode: null,
    quantity: 1,
    priceFen: 8800,
    payableFen: 8800,
    paidFen: null,
    refundStatus: null,
    refundFen: null,
    remark: null,
    bundleInfo: null,
    status: null,
    platformStatus: null,
    closeReason: null,
    goodsFen: null,
    postageFen: null,
    shipDeadlineAtMs: null,
    shippedAtMs: null,
    completedAtMs: null,
    trackingNo: null,
    carrier: null,
    productNo: null,
    extra: {},
    ...overrides,
  };
}

export function aCustomer(overrides: Partial<Customer> = {}): Customer {
  return {
    id: 'customer-1' as CustomerId,
    platform: 'taobao',
    nick: '小李爱购物',
    displayName: null,
    isMasked: false,
    note: null,
    groupOverride: null,
    ...overrides,
  };
}

export function anOtherOrder(overrides: Partial<OtherOrder> = {}): OtherOrder {
  return {
    no: '2718281828459045',
    status: 'unpaid',
    placedAtMs: PLACED_AT_MS,
    paidAtMs: null,
    payableFen: 8800,
    itemTitle: '纯棉短袖T恤',
    sku: null,
    itemCount: 1,
    items: [],
    lastChasedAtMs: null,
    isDuplicateSettled: false,
    ...overrides,
  };
}

/** An unpaid order as the rules see it, in a shop with the default settings. */
export function anOrderSubject(overrides: Partial<OrderSubject> = {}): OrderSubject {
  return { ...bareOrderSubject(anOrder(), DEFAULT_SHOP_SETTINGS), ...overrides };
}

import type { EpochMs } from '../../time/clock.ts';
import type { Customer } from '../orders/customer.ts';
import type { Order, OrderItem } from '../orders/order.ts';
import { isMasked } from '../orders/order.ts';
import type { Parcel } from '../parcels/parcel.ts';
import type { Refund } from '../refunds/refund.ts';
import { isPresale } from '../shipping/presale.ts';
import { productName } from './product-name.ts';
import { sayDuration, sayTime, sayYuan } from './say.ts';
import type { ScriptValues, ScriptVariable } from './script-variables.ts';

/** The sources of a script's values; `null` is "not known". */
export type ScriptSources = {
  readonly order: Order | null;
  readonly items: readonly OrderItem[];
  readonly customer: Pick<Customer, 'nick' | 'displayName'> | null;
  readonly shop: { readonly name: string } | null;
  readonly agentName: string | null;
  readonly nowMs: EpochMs;
  readonly closesAtMs: EpochMs | null;
  readonly agreedAtMs: EpochMs | null;
  /** O4: until when the order has to be shipped, put off by an agent or not. */
  readonly shipEndAtMs: EpochMs | null;
  /** B15: how an agent calls the product with that title; the title is shortened where nobody has said. */
  readonly nameOf?: (title: string) => string | undefined;
  /** A4: the refund that is talked about. */
  readonly refund?: RefundSources | null;
  /** O13: the parcel that is talked about; an order may have several. */
  readonly parcel?: ParcelSources | null;
};

export type ParcelSources = Pick<Parcel, 'trackingNo' | 'carrier' | 'orderNo'>;

/** Scripts say these of a refund; the order itself may not be known yet. */
export type RefundSources = Pick<
  Refund,
  'refundNo' | 'orderNo' | 'refundFen' | 'reason' | 'returnTrackingNo' | 'itemTitle' | 'customerNick'
> & { readonly endAtMs: EpochMs | null; readonly returnAddress: string | null };

/** A message that lists more kinds of goods reads badly. */
const KINDS_LISTED = 3;

type Candidates = Partial<Record<ScriptVariable, string | null | undefined>>;

/** X3: the values that the app knows for the variables of a script. An unknown value is left out, never guessed. */
export function scriptValues(sources: ScriptSources): ScriptValues {
  const candidates: Candidates = {
    客户: addressOf(sources),
    店铺: sources.shop?.name,
    客服: sources.agentName,
    约定时间: sources.agreedAtMs === null ? null : sayTime(sources.agreedAtMs, sources.nowMs),
    ...closingValues(sources),
    ...(sources.refund ? refundValues(sources.refund, sources) : {}),
    ...(sources.order === null ? {} : orderValues(sources.order, sources)),
    ...(sources.parcel ? parcelValues(sources.parcel, sources.order) : {}),
  };
  const known = Object.entries(candidates).flatMap(([variable, value]) => {
    const text = value?.trim() ?? '';
    return text === '' ? [] : [[variable, text] as const];
  });
  // The keys are those of `candidates`, which Object.entries widens to string.
  return Object.fromEntries(known) as ScriptValues;
}

/** Nothing is said about a time that is not left. */
const timeLeft = (atMs: EpochMs, nowMs: EpochMs): string | null =>
  atMs <= nowMs ? null : sayDuration(atMs - nowMs);

/** Nothing is said about a closing that has passed: the next import will tell what became of the order. */
function closingValues({ closesAtMs, nowMs }: ScriptSources): Candidates {
  if (closesAtMs === null || closesAtMs <= nowMs) return {};
  return { 剩余时间: sayDuration(closesAtMs - nowMs), 关闭时间: sayTime(closesAtMs, nowMs) };
}

/** The order's own words go before those that the refund has of it. */
function refundValues(refund: RefundSources, { nowMs, order, nameOf }: ScriptSources): Candidates {
  const { refundNo, refundFen, reason, returnTrackingNo, returnAddress, endAtMs } = refund;
  return {
    退款单号: refundNo,
    退款金额: sayYuan(refundFen),
    退款原因: reason,
    退款截止: endAtMs === null || endAtMs <= nowMs ? null : sayTime(endAtMs, nowMs),
    退货单号: returnTrackingNo,
    退货地址: unmasked(returnAddress),
    ...(order === null
      ? {
          订单号: refund.orderNo,
          商品: refund.itemTitle === null ? null : sayProduct(refund.itemTitle, nameOf),
        }
      : {}),
  };
}

/** The order names one number, and its carrier is that of no other parcel. */
function parcelValues({ trackingNo, carrier, orderNo }: ParcelSources, order: Order | null): Candidates {
  return {
    快递单号: trackingNo,
    快递公司: carrier ?? (order?.trackingNo === trackingNo ? order?.carrier : null),
    ...(order === null ? { 订单号: orderNo } : {}),
  };
}

const sayProduct = (title: string, nameOf: ScriptSources['nameOf']): string =>
  nameOf?.(title) ?? productName(title);

function orderValues(order: Order, { items, shipEndAtMs, nowMs, nameOf }: ScriptSources): Candidates {
  return {
    收货人: unmasked(order.receiverName),
    订单号: order.no,
    金额: sayYuan(order.payableFen),
    商品: productOf(order, items, nameOf),
    数量: totalQuantity(order, items)?.toString(),
    规格: specificationOf(order, items),
    地址: unmasked(order.receiverAddress),
    下单时间: order.placedAtMs === null ? null : sayTime(order.placedAtMs, nowMs),
    预售剩余: shipEndAtMs === null || !isPresale(order) ? null : timeLeft(shipEndAtMs, nowMs),
    发货期限: shipEndAtMs === null ? null : sayTime(shipEndAtMs, nowMs),
    快递公司: order.carrier,
    快递单号: order.trackingNo,
  };
}

/** `'t**3'` is no name; a customer called by it knows that a machine is talking. */
function unmasked(text: string | null | undefined): string | null {
  return text === null || text === undefined || isMasked(text) ? null : text;
}

function addressOf({ customer, order, refund }: ScriptSources): string | null {
  const names = [
    customer?.displayName,
    customer?.nick,
    order?.customerDisplayName,
    order?.customerNick,
    refund?.customerNick,
  ];
  return names.map(unmasked).find((name) => name !== null && name.trim() !== '') ?? null;
}

function productOf(
  order: Order,
  items: readonly OrderItem[],
  nameOf: ScriptSources['nameOf'],
): string | null {
  const titles = titlesOf(order, items);
  const [first] = titles;
  if (first === undefined) return null;
  const short = sayProduct(first, nameOf);
  const kinds = items.length > 0 ? new Set(titles).size : (order.itemKinds ?? titles.length);
  if (kinds < 2) return short;
  const pieces = totalQuantity(order, items);
  return pieces === null ? `${short}等${kinds}款` : `${short}等${pieces}件`;
}

/** An order export joins the titles of several items with a full-width comma. */
function titlesOf(order: Order, items: readonly OrderItem[]): string[] {
  const titles = items.flatMap((item) => item.title ?? []);
  if (titles.length > 0) return titles;
  const joined = order.itemTitle ?? '';
  const isSeveral = (order.itemKinds ?? 1) > 1;
  return (isSeveral ? joined.split('，') : [joined]).filter((title) => title.trim() !== '');
}

function totalQuantity(order: Order, items: readonly OrderItem[]): number | null {
  const quantities = items.map((item) => item.quantity);
  const known = quantities.filter((quantity) => quantity !== null);
  if (known.length > 0 && known.length === quantities.length)
    return known.reduce((sum, each) => sum + each, 0);
  return order.itemCount ?? null;
}

/** An export that has no items of its own says the choices of the first one only. */
const isOfMany = (order: Order, items: readonly OrderItem[]): boolean =>
  items.length === 0 && (order.itemKinds ?? 1) > 1 && readableSku(order.sku)?.includes('、') !== true;

function specificationOf(order: Order, items: readonly OrderItem[]): string | null {
  const skus = items.length > 0 ? items.map((item) => item.sku) : [order.sku];
  const kinds = [...new Set(skus.flatMap((sku) => readableSku(sku) ?? []))];
  if (kinds.length === 0) return null;
  return kinds.length > KINDS_LISTED || isOfMany(order, items) ? '见订单' : kinds.join('、');
}

/** `'颜色分类：白色;尺码：大号'` → `'白色；大号'`. */
function readableSku(sku: string | null): string | null {
  if (sku === null) return null;
  const choices = sku.split(/[;；]/).flatMap((pair) => {
    const choice = pair.replace(/^[^:：]*[:：]/u, '').trim();
    return choice === '' ? [] : [choice];
  });
  return choices.length === 0 ? null : choices.join('；');
}

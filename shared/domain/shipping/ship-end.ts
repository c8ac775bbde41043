import { DAY } from '../../time/durations.ts';
import type { ShopId } from '../ids.ts';
import type { Order } from '../orders/order.ts';
import { describeSource } from '../settings/declaring/declaration.ts';
import { type ShippingSettings, shippingSettings } from '../settings/shop/shipping.ts';
import type { RuleEnd } from '../shared-parts/deadline.ts';
import {
  DEADLINE_SOURCE_LABELS,
  type DeadlineSource,
  type DeadlineTime,
  endOfKind,
} from '../shared-parts/deadline.ts';
import { isFast, withoutBlanks } from './fast-goods.ts';
import { isPresale } from './presale.ts';

type Shipping = Pick<
  Order,
  'status' | 'shipDeadlineAtMs' | 'paidAtMs' | 'itemTitle' | 'merchantCode' | 'extra'
>;
type Promised = Pick<ShippingSettings, 'promiseMs' | 'fastMs' | 'fastWords' | 'presaleDays'>;
type NamedTime = DeadlineTime & { readonly kind: string };

/**
 * O4, O7: until when the paid order has to be shipped, as its file says, else as its shop promises. Nobody knows it where
 * the file tells neither the end nor when the order was paid.
 */
export function endsOfOrder(order: Shipping, settings: Promised): RuleEnd[] {
  const { status, shipDeadlineAtMs, paidAtMs } = order;
  if (status !== 'paid') return [{ kind: 'ship', atMs: null }];
  if (shipDeadlineAtMs !== null) return [{ kind: 'ship', atMs: shipDeadlineAtMs, source: 'file' }];
  if (paidAtMs === null) return [];
  const { promiseMs, fastMs, presaleDays } = settings;
  const promisedMs = { presaleDays: presaleDays * DAY, fastMs, promiseMs };
  return [{ kind: 'ship', atMs: paidAtMs + promisedMs[promiseOf(order, settings)] }];
}

/** The setting by which the order is shipped: a pre-sale is no matter of a day, whatever its title says. */
function promiseOf(order: Shipping, settings: Promised): 'presaleDays' | 'fastMs' | 'promiseMs' {
  if (isPresale(order)) return 'presaleDays';
  return isFast(order, settings) ? 'fastMs' : 'promiseMs';
}

/** The time that counts, put off by an agent or not; `null`: nobody has named one, or the order needs no shipping. */
export const shipEndOf = (
  order: Shipping,
  stored: readonly NamedTime[],
  settings: Promised,
): DeadlineTime | null => endOfKind('ship', stored, endsOfOrder(order, settings));

type ShopPromise = {
  readonly shopId: ShopId;
  readonly promiseMs: number;
  readonly fastMs: number;
  readonly fastWords: readonly string[];
  readonly presaleMs: number;
};

/** A shop's promise as the store asks by it. */
export const promisesIn = (
  shops: readonly { readonly id: ShopId; readonly settings: { readonly shipping: Promised } }[],
): ShopPromise[] =>
  shops.map(({ id, settings: { shipping } }) => ({
    shopId: id,
    promiseMs: shipping.promiseMs,
    fastMs: shipping.fastMs,
    fastWords: shipping.fastWords.map(withoutBlanks),
    presaleMs: shipping.presaleDays * DAY,
  }));

/** `'按设置：发货时限（平台规则：各平台一般付款后 48 小时，未核实）'` */
export function shipSourceText(order: Shipping, source: DeadlineSource, settings: Promised): string {
  const label = DEADLINE_SOURCE_LABELS[source];
  if (source !== 'rule') return label;
  const { label: rule, ...setting } = shippingSettings.fields[promiseOf(order, settings)];
  return `${label}：${rule}（${describeSource(setting)}）`;
}

/** Why nobody knows the end; `null`: there is one, or none is needed. */
export function noShipEndText(order: Shipping): string | null {
  if (order.status === 'unknown') return '文件没有订单状态，发货期限未知';
  const isKnown = order.shipDeadlineAtMs !== null || order.paidAtMs !== null;
  return order.status === 'paid' && !isKnown ? '文件没有应发货时间和付款时间，发货期限未知' : null;
}

import type { EpochMs } from '../../time/clock.ts';
import type { ChaseSettings } from '../chasing/chase-settings.ts';
import type { Concession } from '../chasing/concession.ts';
import { NO_SHIP_FACTS, type ShipFacts } from '../shipping/ship-facts.ts';
import type { Claim } from '../tasks/claim.ts';
import type { Rule } from '../tasks/rule.ts';
import type { Platform, ShopSettings } from '../team/shop.ts';
import type { Customer } from './customer.ts';
import type { Order, OrderItem, OrderStatus } from './order.ts';

/** One message that was sent to the customer for an order; undone ones are left out. */
export type SentChase = { readonly step: string; readonly atMs: number };

/** Another order of the same customer, as far as a rule needs it. Masked customers never have one. */
export type OtherOrder = {
  readonly no: string;
  readonly status: OrderStatus;
  readonly placedAtMs: number | null;
  readonly paidAtMs: number | null;
  readonly payableFen: number | null;
  readonly itemTitle: string | null;
  readonly sku: string | null;
  readonly itemCount: number | null;
  /** From item-detail exports; empty where none was imported. */
  readonly items: readonly Pick<OrderItem, 'title' | 'sku'>[];
  readonly lastChasedAtMs: number | null;
  /** An agent has asked the customer about the repetition, so it is no open question any more. */
  readonly isDuplicateSettled: boolean;
};

export type OpenDispute = { readonly followUpAtMs: number };

/** Everything that the rules about an order may look at. */
export type OrderSubject = {
  readonly order: Order;
  readonly items: readonly OrderItem[];
  readonly customer: Customer | null;
  readonly chases: readonly SentChase[];
  /** When an agent last noted what the customer said of the payment. */
  readonly answeredAtMs: number | null;
  readonly otherOrders: readonly OtherOrder[];
  readonly isDuplicateSettled: boolean;
  readonly dispute: OpenDispute | null;
  /** R10: in the order in which they came about. */
  readonly concessions: readonly Concession[];
  /** X4: agents' claims about it, the oldest first, without the withdrawn ones. */
  readonly claims: readonly Claim[];
  /** O4: as long as it is paid and not shipped; O9: of goods that are rated low also afterwards. */
  readonly shipping: ShipFacts;
  readonly settings: ShopSettings;
  /** Of its shop; `null` where an import has the order in hand, or a ladder is only previewed. */
  readonly platform: Platform | null;
};

export type OrderRule = Rule<OrderSubject>;

/**
 * The time at which the platform closes the unpaid order; `null` when it never does, or when the order's time is not
 * known.
 */
export function closingTimeOf(
  order: Pick<Order, 'closesAtMs' | 'placedAtMs'>,
  { closesAfterMs }: Pick<ChaseSettings, 'closesAfterMs'>,
): EpochMs | null {
  if (order.closesAtMs !== null) return order.closesAtMs;
  return order.placedAtMs === null || closesAfterMs === null ? null : order.placedAtMs + closesAfterMs;
}

/** An order's contents: in its own columns, in its items, or in both. */
export type Purchase = Pick<OtherOrder, 'itemTitle' | 'sku' | 'items'>;

function distinct(values: readonly (string | null)[]): string {
  const known = values.map((value) => value?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(known)].toSorted().join('\n');
}

// The order report names several items in one cell: `纯棉短袖T恤，运动裤`.
const titlesOf = ({ items, itemTitle }: Purchase) =>
  distinct(items.length > 0 ? items.map((item) => item.title) : (itemTitle?.split(/[,，]/) ?? []));

const skusOf = ({ items, sku }: Purchase) =>
  distinct(items.length > 0 ? items.map((item) => item.sku) : [sku]);

/** P8: the same things in the same styles. Where one of the two does not tell the style, the things decide. */
export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  const titles = titlesOf(a);
  if (titles === '' || titles !== titlesOf(b)) return false;
  const [skusA, skusB] = [skusOf(a), skusOf(b)];
  return skusA === '' || skusB === '' || skusA === skusB;
}

/** The money that is lost if the order stays unpaid. */
export const amountAtRiskFen = ({ payableFen, goodsFen }: Pick<Order, 'payableFen' | 'goodsFen'>): number =>
  payableFen ?? goodsFen ?? 0;

/** An order as an import has it in hand: nothing is known of it but what its own row says. */
export function bareOrderSubject(order: Order, settings: ShopSettings): OrderSubject {
  return {
    order,
    items: [],
    customer: null,
    chases: [],
    answeredAtMs: null,
    otherOrders: [],
    isDuplicateSettled: false,
    dispute: null,
    concessions: [],
    claims: [],
    shipping: NO_SHIP_FACTS,
    settings,
    platform: null,
  };
}

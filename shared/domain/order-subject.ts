import type { Customer } from './customer.ts';
import type { Order, OrderItem, OrderStatus } from './order.ts';
import type { ShopSettings } from './shop.ts';

/** One message that was sent to the customer for an order; undone ones are left out. */
export type SentChase = { readonly step: string; readonly atMs: number };

/** Another order of the same customer, as far as a rule needs it. Never there for masked customers. */
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
  readonly otherOrders: readonly OtherOrder[];
  readonly isDuplicateSettled: boolean;
  readonly dispute: OpenDispute | null;
  readonly settings: ShopSettings;
};

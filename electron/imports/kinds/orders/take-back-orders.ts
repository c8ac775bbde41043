import type { Activity } from '../../../../shared/domain/activities/activity.ts';
import type { ActivityKind } from '../../../../shared/domain/activities/activity-kinds.ts';
import type { RowChange, RowFields } from '../../../../shared/domain/activities/row-change.ts';
import { CustomerId, type ImportRunId, type OrderId } from '../../../../shared/domain/ids.ts';
import type { ImportRun } from '../../../../shared/domain/import-run.ts';
import { isMasked, Order, OrderItem } from '../../../../shared/domain/orders/order.ts';
import { idIn, type SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import type { Platform } from '../../../../shared/domain/team/shop.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import type { ImportCustomers, ImportItems, ImportOrders, UsesToReopen } from '../../import-ports.ts';
import type { TakeBackOptions } from '../record-kind.ts';

/** How often it looks whether to stop. */
const NOTES_PER_LOOK = 500;

/** Taking orders back needs these of the rest. */
export type OrderTakeBackPorts = {
  readonly stores: {
    readonly orders: ImportOrders & {
      /** With its items and tasks. */
      remove(id: OrderId): boolean;
      noOf(id: OrderId): string | undefined;
      listOpenOf(customerId: CustomerId): OrderId[];
    };
    readonly items: ImportItems & { remove(orderId: OrderId, lineNo: string): boolean };
    readonly customers: ImportCustomers & {
      removeIfUnused(id: CustomerId, addedAtMs: EpochMs): boolean;
      setDisplayName(id: CustomerId, displayName: string | null): void;
    };
    readonly uses: UsesToReopen;
    readonly runs: {
      /** The orders that it added, the latest first, a page at a time; `beforeKey` is the key of the last one seen. */
      pageOfAdded(
        id: ImportRunId,
        beforeKey: number,
      ): readonly { readonly key: number; readonly orderId: OrderId }[];
    };
    readonly shops: { get(id: ImportRun['shopId']): { readonly platform: Platform } | undefined };
  };
};

export function takeBackOrders({ stores }: OrderTakeBackPorts, options: TakeBackOptions): SubjectRef[] {
  const { orders, items, customers, uses, shops, runs } = stores;
  const { run, nowMs } = options;
  const platform = shops.get(run.shopId)?.platform ?? 'taobao';
  const touched = new Set<OrderId>();
  const left = new Set<CustomerId>();

  /** The latest first. */
  function* addedOrders(): Generator<OrderId> {
    for (let beforeKey = Number.MAX_SAFE_INTEGER; ; ) {
      options.beforeStep();
      const page = runs.pageOfAdded(run.id, beforeKey);
      const last = page.at(-1);
      if (!last) return;
      yield* page.map(({ orderId }) => orderId);
      beforeKey = last.key;
    }
  }

  function takeBack({ kind, subject, data }: Activity): void {
    const { changes = [], lineNo = '' } = data;
    const before = fieldsBefore(changes);
    const orderId = idIn(subject, 'order');
    if (orderId !== null) {
      touched.add(orderId);
      takeBackOf[kind]?.(orderId, before, lineNo);
    } else if (kind === 'customer-edited') {
      restoreDisplayName(CustomerId.parse(subject.id), before);
    }
  }

  const takeBackOf: Partial<
    Record<ActivityKind, (orderId: OrderId, before: RowFields, lineNo: string) => unknown>
  > = {
    'order-changed': restoreOrder,
    'item-imported': (orderId, _before, lineNo) => items.remove(orderId, lineNo),
    'item-changed': restoreItem,
  };

  function removeOrder(id: OrderId): void {
    touched.add(id);
    const customerId = orders.get(id)?.customerId ?? null;
    if (customerId !== null) left.add(customerId);
    options.remove(id, () => orders.remove(id));
  }

  function restoreOrder(id: OrderId, before: RowFields): void {
    const order = orders.get(id);
    if (!order) return;
    const restored = Order.parse({ ...order, ...before, updatedAtMs: nowMs });
    if (restored.customerId !== order.customerId) {
      if (order.customerId !== null) left.add(order.customerId);
      bringBackCustomer(restored);
    }
    // The keys of the changes were fields of the order when they were recorded.
    orders.update(restored, Object.keys(before) as (keyof Order)[]);
  }

  /** The import can have removed a customer only if they were masked, or if it had added them itself. */
  function bringBackCustomer({ customerId, customerNick: nick, customerDisplayName }: Order): void {
    if (customerId === null || nick === null) return;
    const displayName = isMasked(nick) ? null : customerDisplayName;
    customers.ensure({ id: customerId, platform, nick, displayName, isMasked: isMasked(nick) }, run.atMs);
  }

  function restoreItem(orderId: OrderId, before: RowFields, lineNo: string): void {
    const item = items.listOf(orderId).find((line) => line.lineNo === lineNo);
    if (item) items.update(OrderItem.parse({ ...item, ...before }), lineNo);
  }

  function restoreDisplayName(id: CustomerId, { displayName }: RowFields): void {
    customers.setDisplayName(id, typeof displayName === 'string' ? displayName : null);
  }

  const added: OrderId[] = [];
  for (const id of addedOrders()) {
    added.push(id);
    removeOrder(id);
  }
  for (const activity of options.activities()) takeBack(activity);
  // As long as an order is there, it and its run say so; should it come again, its history still begins here.
  for (const [index, id] of added.entries()) {
    if (index % NOTES_PER_LOOK === 0) options.beforeStep();
    options.note({ kind: 'order-imported', subject: { kind: 'order', id }, data: {} });
  }
  for (const id of left) customers.removeIfUnused(id, run.atMs);
  uses.reopen(run.id);
  // The tasks of every open order of these customers are worked out again, not of the restored ones alone.
  for (const id of left) for (const orderId of orders.listOpenOf(id)) touched.add(orderId);
  return [...touched].map((id) => ({ kind: 'order', id }));
}

/** Each activity of an import of orders is about one row. */
function fieldsBefore(changes: readonly RowChange[]): RowFields {
  return Object.assign({}, ...changes.map(({ before }) => before));
}

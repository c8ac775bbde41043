import type { ActivityData } from '../../../../shared/domain/activities/activity.ts';
import type { ActivityKind } from '../../../../shared/domain/activities/activity-kinds.ts';
import { fieldsChanged, itemRowId } from '../../../../shared/domain/activities/row-change.ts';
import type { CustomerId, OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { PlatformRecord } from '../../../../shared/domain/subjects/platform-record.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import type {
  ImportCustomers,
  ImportIds,
  ImportStores,
  NewWorkWatch,
  PaymentWatch,
  ProveByImport,
} from '../../import-ports.ts';
import { toDoEffects, withToDo } from '../../to-do-effects.ts';
import type { Commit, Intake, IntakeOptions, Preview } from '../record-kind.ts';
import { createApplyOrders, type ImportObserver } from './apply-orders.ts';
import { describeOrderChange } from './describe-order-change.ts';

/** Taking orders in needs these of the rest. */
export type OrderIntakePorts = {
  readonly stores: ImportStores & {
    readonly orders: { listOpenOf(customerId: CustomerId): OrderId[] };
    readonly customers: { removeIfUnused(id: CustomerId, addedAtMs: EpochMs): boolean };
    readonly runs: { addOrders(afterKey: number, fill: { work(): void; beforeStep(): void }): void };
  };
  readonly ids: ImportIds;
  readonly proveByImport: ProveByImport;
  readonly watchPayments: (shopId: ShopId) => PaymentWatch;
  /** A preview asks it; a commit makes the tasks. */
  readonly watchNewWork: (shopId: ShopId, nowMs: EpochMs) => NewWorkWatch;
  /** Whether a rule can want anything of the order, as far as its own row says. */
  readonly isLive: (order: Order) => boolean;
  readonly setLive: (ids: readonly OrderId[], isLive: boolean) => void;
};

/** Far beyond every window in which one order speaks for or against chasing another. */
const OVER_AFTER_MS = 60 * DAY;

// A preview is about orders; the customers they bring along are made by the commit.
const NO_CUSTOMERS: ImportCustomers = { ensure: () => 'known' };

export function takeInOrders(ports: OrderIntakePorts, options: IntakeOptions): Intake {
  const { purpose } = options;
  return purpose.kind === 'preview' ? tryOut(ports, options, purpose) : takeIn(ports, options, purpose);
}

function tryOut(ports: OrderIntakePorts, options: IntakeOptions, { scratch, changed }: Preview): Intake {
  const { ids, watchPayments, watchNewWork } = ports;
  const { shop, nowMs, onOutcome, onRemark } = options;
  const payments = watchPayments(shop.id);
  const newWork = watchNewWork(shop.id, nowMs);
  const apply = createApplyOrders({
    shop,
    nowMs,
    ids,
    onOutcome,
    onRemark,
    stores: { ...scratch, customers: NO_CUSTOMERS },
    observer: {
      orderImported(order) {
        payments.added(order);
        newWork.added(order);
      },
      orderShown(before, after) {
        payments.shown(before, after);
        newWork.shown(before, after);
      },
      orderChanged(change, isWithOrder) {
        if (!isWithOrder) changed(describeOrderChange(change));
      },
      itemImported: () => {},
      itemChanged: () => {},
      customerNamed: () => {},
    },
  });
  return {
    inBulk: ({ work }) => work(),
    // The reader of orders has made the record.
    add: (record) => apply.add(record as PlatformRecord),
    end: apply.end,
    covers: () => null,
    settle: () => {},
    effects() {
      const shown = payments.effects(nowMs);
      const toChase = shown.filter(({ tone }) => tone === 'todo');
      return withToDo(shown, [...toChase, ...toDoEffects(newWork.newTasks())]);
    },
  };
}

function takeIn(ports: OrderIntakePorts, options: IntakeOptions, commit: Commit): Intake {
  const { stores, ids } = ports;
  const { shop, nowMs, onOutcome, onRemark } = options;
  const payments = ports.watchPayments(shop.id);
  const { observer, live } = createRecorder({ ...ports, payments }, commit, nowMs);
  const apply = createApplyOrders({ shop, nowMs, stores, ids, observer, onOutcome, onRemark });
  return {
    inBulk: (bulk) => stores.runs.addOrders(commit.afterKey, bulk),
    // The reader of orders has made the record.
    add: (record) => apply.add(record as PlatformRecord),
    end: apply.end,
    covers: () => null,
    settle() {
      // Only now, because the orders of a customer cannot be looked up while many are added.
      for (const id of apply.leftCustomers()) {
        for (const orderId of stores.orders.listOpenOf(id)) commit.touch({ kind: 'order', id: orderId });
        stores.customers.removeIfUnused(id, nowMs);
      }
      ports.setLive([...live], true);
    },
    effects: () => payments.effects(nowMs),
  };
}

/** Nothing changes without its activity. */
function createRecorder(
  { proveByImport, isLive, payments }: OrderIntakePorts & { readonly payments: PaymentWatch },
  { runId, record, touch, shown }: Commit,
  nowMs: EpochMs,
): { readonly observer: ImportObserver; readonly live: ReadonlySet<OrderId> } {
  const live = new Set<OrderId>();
  const noteIfLive = (order: Order) => {
    if (isLive(order)) live.add(order.id);
  };
  const touchOrder = (id: OrderId) => touch({ kind: 'order', id });
  const ofOrder = (kind: ActivityKind, id: OrderId, data: ActivityData) => {
    touchOrder(id);
    record({ kind, subject: { kind: 'order', id }, data });
  };
  const observer: ImportObserver = {
    // The order and its run say that it is new.
    orderImported(order) {
      payments.added(order);
      noteIfLive(order);
      if (live.has(order.id) || concernsTasks(order, nowMs)) touchOrder(order.id);
    },
    orderChanged({ after, changes }, isWithOrder) {
      touchOrder(after.id);
      noteIfLive(after);
      if (!isWithOrder) {
        ofOrder('order-changed', after.id, {
          changes: [fieldsChanged({ table: 'orders', id: after.id }, changes)],
        });
      }
    },
    orderShown(before, after, fields) {
      payments.shown(before, after);
      // Nothing changed, but its tasks may be missing: an import under a wrong clock has found everything over.
      if (isLive(after)) touchOrder(after.id);
      proveByImport({ before, after, importRunId: runId, atMs: nowMs });
      // An empty status refutes nothing.
      const { status, ...rest } = fields;
      const said = status ? fields : rest;
      shown({ subject: { kind: 'order', id: after.id }, before, after, shown: said });
    },
    itemImported(item, isWithOrder) {
      if (!isWithOrder) ofOrder('item-imported', item.orderId, { lineNo: item.lineNo });
    },
    itemChanged({ orderId, lineNo }, changes, isWithOrder) {
      if (isWithOrder) return;
      const key = { table: 'order_items', id: itemRowId(orderId, lineNo) };
      ofOrder('item-changed', orderId, { lineNo, changes: [fieldsChanged(key, changes)] });
    },
    customerNamed(id, displayName) {
      const data = {
        changes: [fieldsChanged({ table: 'customers', id }, { displayName: [null, displayName] })],
      };
      record({ kind: 'customer-edited', subject: { kind: 'customer', id }, data });
    },
  };
  return { observer, live };
}

/** Nothing is due for an order that was over long ago, nor for anything else that its customer has bought. */
function concernsTasks({ status, placedAtMs, paidAtMs, shippedAtMs }: Order, nowMs: EpochMs): boolean {
  if (status === 'unpaid' || status === 'paid') return true;
  const lastMs = Math.max(placedAtMs ?? nowMs, paidAtMs ?? 0, shippedAtMs ?? 0);
  return lastMs > nowMs - OVER_AFTER_MS;
}

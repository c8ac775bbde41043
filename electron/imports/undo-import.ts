import type { Activity, ActivityKind } from '../../shared/domain/activity.ts';
import { type AgentId, CustomerId, type ImportRunId, OrderId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import { isMasked, Order, OrderItem } from '../../shared/domain/order.ts';
import type { Platform } from '../../shared/domain/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { stopIfAsked } from './import-counts.ts';
import type {
  ImportActivities,
  ImportCustomers,
  ImportItems,
  ImportOrders,
  InTransaction,
  RefreshTasks,
  RunsToUndo,
  UsesToReopen,
} from './import-ports.ts';

type Changes = NonNullable<Activity['data']['changes']>;

export type UndoOptions = {
  readonly agentId: AgentId | null;
  readonly nowMs: EpochMs;
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
    readonly runs: RunsToUndo;
    readonly activities: ImportActivities;
    readonly uses: UsesToReopen;
    readonly shops: { get(id: ImportRun['shopId']): { readonly platform: Platform } | undefined };
  };
  readonly inTransaction: InTransaction;
  readonly refreshTasks: RefreshTasks;
  readonly shouldStop: () => boolean;
};

const NAMED_ORDERS = 3;

/** Takes an import back as long as nothing was built on it; the store is then as if it had never been. */
export function undoImport(runId: ImportRunId, options: UndoOptions): ImportRun {
  return options.inTransaction(() => {
    const { stores, agentId, nowMs, refreshTasks, shouldStop } = options;
    const run = stores.runs.get(runId);
    if (!run) throw new AppError('not-found', '没有这次导入');
    if (run.undoneAtMs !== null) throw new AppError('conflict', '这次导入已经撤销过');
    refuseIfBuiltOn(run, stores);
    const platform = stores.shops.get(run.shopId)?.platform ?? 'taobao';
    const restore = createRestore(run, { stores, platform, nowMs, shouldStop });
    restore.all();
    stores.uses.reopen(runId);
    stores.runs.markUndone(runId, nowMs);
    stores.activities.append({
      atMs: nowMs,
      kind: 'import-undone',
      subject: { kind: 'shop', id: run.shopId },
      agentId,
      taskId: null,
      scriptId: null,
      importRunId: runId,
      data: { text: run.fileName },
    });
    refreshTasks(
      restore.ordersToRefresh().map((id) => ({ kind: 'order', id }) as const),
      nowMs,
    );
    stopIfAsked(shouldStop);
    return { ...run, undoneAtMs: nowMs };
  });
}

function refuseIfBuiltOn({ id }: ImportRun, { runs, orders }: UndoOptions['stores']): void {
  const builtOn = runs.listBuiltOn(id);
  if (builtOn.length === 0) return;
  const handled = builtOn.filter(({ byAgent }) => byAgent);
  const blocking = handled.length > 0 ? handled : builtOn;
  const names = blocking
    .slice(0, NAMED_ORDERS)
    .map(({ orderId }) => orders.noOf(orderId))
    .filter((no) => no !== undefined);
  const which =
    names.length === 0 ? '' : `（${names.join('、')}${blocking.length > names.length ? ' 等' : ''}）`;
  const what = handled.length > 0 ? '已被客服处理' : '又被后来的导入更新';
  throw new AppError('conflict', `有 ${blocking.length} 个订单在导入后${what}，不能撤销${which}`);
}

type RestoreContext = Pick<UndoOptions, 'stores' | 'nowMs' | 'shouldStop'> & { readonly platform: Platform };

function createRestore(run: ImportRun, { stores, platform, nowMs, shouldStop }: RestoreContext) {
  const { orders, items, customers, runs, activities } = stores;
  const touched = new Set<OrderId>();
  const left = new Set<CustomerId>();

  function all(): void {
    const added = [...addedOrders()];
    for (const orderId of added) removeOrder(orderId);
    for (const activity of activitiesOfRun()) restoreOne(activity);
    for (const orderId of added) noteThatItCame(orderId);
    for (const id of left) customers.removeIfUnused(id, run.atMs);
  }

  /** The latest first. */
  function* addedOrders(): Generator<OrderId> {
    for (let beforeKey = Number.MAX_SAFE_INTEGER; ; ) {
      stopIfAsked(shouldStop);
      const page = runs.pageOfAdded(run.id, beforeKey);
      const last = page.at(-1);
      if (!last) return;
      yield* page.map(({ orderId }) => orderId);
      beforeKey = last.key;
    }
  }

  /** The latest first. */
  function* activitiesOfRun(): Generator<Activity> {
    for (let before: Activity | undefined; ; ) {
      stopIfAsked(shouldStop);
      const page = runs.pageOfActivities(run.id, before?.id);
      before = page.at(-1);
      if (!before) return;
      yield* page;
    }
  }

  function restoreOne({ kind, subject, data }: Activity): void {
    const { changes = {}, lineNo = '' } = data;
    if (subject.kind === 'order') {
      const orderId = OrderId.parse(subject.id);
      touched.add(orderId);
      restoreOf[kind]?.(orderId, changes, lineNo);
    } else if (kind === 'customer-edited') {
      restoreDisplayName(CustomerId.parse(subject.id), changes);
    }
  }

  const restoreOf: Partial<
    Record<ActivityKind, (orderId: OrderId, changes: Changes, lineNo: string) => unknown>
  > = {
    'order-changed': restoreOrder,
    'paid-claim-refuted': (orderId, changes) => restoreOrder(orderId, ownChanges(orderId, changes)),
    'item-imported': (orderId, _changes, lineNo) => items.remove(orderId, lineNo),
    'item-changed': restoreItem,
  };

  function removeOrder(id: OrderId): void {
    touched.add(id);
    const customerId = orders.get(id)?.customerId ?? null;
    if (customerId !== null) left.add(customerId);
    orders.remove(id);
  }

  /** As long as an order is there, it and its run say so; should it come again, its history still begins here. */
  function noteThatItCame(id: OrderId): void {
    activities.append({
      atMs: run.atMs,
      kind: 'order-imported',
      subject: { kind: 'order', id },
      agentId: null,
      taskId: null,
      scriptId: null,
      importRunId: run.id,
      data: {},
    });
  }

  function restoreOrder(id: OrderId, changes: Changes): void {
    const order = orders.get(id);
    if (!order) return;
    const restored = Order.parse({ ...order, ...valuesBefore(changes), updatedAtMs: nowMs });
    if (restored.customerId !== order.customerId) {
      if (order.customerId !== null) left.add(order.customerId);
      bringBackCustomer(restored);
    }
    // The keys of the changes were fields of the order when they were recorded.
    orders.update(restored, Object.keys(changes) as (keyof Order)[]);
  }

  /** Only who was masked, or came in this very import, can have been removed by it. */
  function bringBackCustomer({ customerId, customerNick: nick, customerDisplayName }: Order): void {
    if (customerId === null || nick === null) return;
    const displayName = isMasked(nick) ? null : customerDisplayName;
    customers.ensure({ id: customerId, platform, nick, displayName, isMasked: isMasked(nick) }, run.atMs);
  }

  function restoreItem(orderId: OrderId, changes: Changes, lineNo: string): void {
    const item = items.listOf(orderId).find((line) => line.lineNo === lineNo);
    if (item) items.update(OrderItem.parse({ ...item, ...valuesBefore(changes) }), lineNo);
  }

  function restoreDisplayName(id: CustomerId, { displayName }: Changes): void {
    const before = displayName?.[0];
    customers.setDisplayName(id, typeof before === 'string' ? before : null);
  }

  return {
    all,
    /** What was restored, and whatever else its customers have open. */
    ordersToRefresh(): OrderId[] {
      for (const id of left) for (const orderId of orders.listOpenOf(id)) touched.add(orderId);
      return [...touched];
    },
  };
}

/** What an agent's acts recorded is named `order/<id>/<field>`. */
function ownChanges(id: OrderId, changes: Changes): Changes {
  const prefix = `order/${id}/`;
  return Object.fromEntries(
    Object.entries(changes).flatMap(([path, change]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), change]] : [],
    ),
  );
}

function valuesBefore(changes: Changes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changes).map(([field, [before]]) => [field, before]));
}

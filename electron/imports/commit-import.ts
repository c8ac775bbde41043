import type { ActivityData, ActivityKind } from '../../shared/domain/activity.ts';
import type { AgentId, CustomerId, ImportRunId, OrderId } from '../../shared/domain/ids.ts';
import type { ImportRun } from '../../shared/domain/import-run.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { PlatformRecord } from '../../shared/domain/platform-record.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY } from '../../shared/time/durations.ts';
import { countRows, newTally, stopIfAsked } from './import-counts.ts';
import type {
  ImportActivities,
  ImportIds,
  ImportShop,
  ImportStores,
  InTransaction,
  ProveByImport,
  RefreshTasks,
} from './import-ports.ts';
import { createApplyRecords, type ImportObserver } from './kinds/orders/apply-orders.ts';
import type { Changes } from './merging/merge-extra.ts';
import type { Row } from './reading/export-row.ts';

export type FileToCommit = {
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  /** When the platform wrote the file, where that is known. */
  readonly writtenAtMs: EpochMs | null;
  readonly rows: Iterable<Row>;
};

export type CommitOptions = {
  readonly runId: ImportRunId;
  readonly shop: ImportShop;
  readonly agentId: AgentId | null;
  readonly nowMs: EpochMs;
  readonly stores: ImportStores & {
    readonly orders: { listOpenOf(customerId: CustomerId): OrderId[] };
    readonly customers: { removeIfUnused(id: CustomerId, addedAtMs: EpochMs): boolean };
    readonly runs: {
      add(run: ImportRun, local: { readonly afterKey: number; readonly writtenAtMs: EpochMs | null }): void;
      lastOrderKey(): number;
      addOrders(afterKey: number, add: { work(): void; beforeStep(): void }): void;
    };
    readonly activities: ImportActivities;
  };
  readonly ids: ImportIds;
  readonly inTransaction: InTransaction;
  readonly proveByImport: ProveByImport;
  readonly refreshTasks: RefreshTasks;
  /** Whether a rule can want anything of the order, as far as its own row says. */
  readonly isLive: (order: Order) => boolean;
  readonly setLive: (ids: readonly OrderId[], isLive: boolean) => void;
  readonly shouldStop: () => boolean;
};

/** Far beyond every window in which one order speaks for or against chasing another. */
const OVER_AFTER_MS = 60 * DAY;

/** Brings the file into the store whole or not at all. */
export function commitImport(file: FileToCommit, options: CommitOptions): ImportRun {
  return options.inTransaction(() => {
    const { runId, shop, agentId, nowMs, stores, ids, refreshTasks, shouldStop } = options;
    const tally = newTally();
    const beforeStep = () => stopIfAsked(shouldStop);
    const afterKey = stores.runs.lastOrderKey();
    const recorder = createRecorder(file.writtenAtMs, options);
    const apply = createApplyRecords({
      shop,
      nowMs,
      stores,
      ids,
      observer: recorder.observer,
      onOutcome: (outcome) => tally[outcome]++,
    });
    stores.runs.addOrders(afterKey, {
      work() {
        for (const row of countRows(file.rows, { tally, shouldStop })) {
          if (row.kind === 'record') apply.add(row.record as PlatformRecord);
        }
        apply.end();
      },
      beforeStep,
    });
    beforeStep();
    // Only now, because the orders of a customer cannot be looked up while many are added.
    for (const id of apply.leftCustomers()) {
      for (const orderId of stores.orders.listOpenOf(id)) recorder.touched.add(orderId);
      stores.customers.removeIfUnused(id, nowMs);
    }
    const { fileName, sha256, format } = file;
    const run: ImportRun = {
      id: runId,
      shopId: shop.id,
      fileName,
      sha256,
      format,
      agentId,
      atMs: nowMs,
      counts: { ...tally },
      undoneAtMs: null,
    };
    stores.runs.add(run, { afterKey, writtenAtMs: file.writtenAtMs });
    options.setLive([...recorder.live], true);
    refreshTasks(
      [...recorder.touched].map((id) => ({ kind: 'order', id }) as const),
      nowMs,
    );
    beforeStep();
    return run;
  });
}

/** Nothing changes without its activity; each one names the import that brought it. */
function createRecorder(
  writtenAtMs: EpochMs | null,
  { runId, nowMs, stores, proveByImport, isLive }: CommitOptions,
) {
  const touched = new Set<OrderId>();
  const live = new Set<OrderId>();
  const noteIfLive = (order: Order) => {
    if (isLive(order)) live.add(order.id);
  };
  const record = (kind: ActivityKind, orderId: OrderId, data: ActivityData) => {
    touched.add(orderId);
    stores.activities.append({
      atMs: nowMs,
      kind,
      subject: { kind: 'order', id: orderId },
      agentId: null,
      taskId: null,
      scriptId: null,
      importRunId: runId,
      data,
    });
  };
  const observer: ImportObserver = {
    // The order and its run say that it is new.
    orderImported(order) {
      noteIfLive(order);
      if (live.has(order.id) || concernsTasks(order, nowMs)) touched.add(order.id);
    },
    orderChanged({ after, changes }, isWithOrder) {
      touched.add(after.id);
      noteIfLive(after);
      if (!isWithOrder) record('order-changed', after.id, { changes: toData(changes) });
    },
    orderShown(before, after) {
      const written = writtenAtMs === null ? {} : { writtenAtMs };
      proveByImport({ before, after, importRunId: runId, atMs: nowMs, ...written });
    },
    itemImported(item, isWithOrder) {
      if (!isWithOrder) record('item-imported', item.orderId, { lineNo: item.lineNo });
    },
    itemChanged(item, changes, isWithOrder) {
      if (!isWithOrder) {
        record('item-changed', item.orderId, { lineNo: item.lineNo, changes: toData(changes) });
      }
    },
    customerNamed(id, displayName) {
      stores.activities.append({
        atMs: nowMs,
        kind: 'customer-edited',
        subject: { kind: 'customer', id },
        agentId: null,
        taskId: null,
        scriptId: null,
        importRunId: runId,
        data: { changes: { displayName: [null, displayName] } },
      });
    },
  };
  return { observer, touched, live };
}

/** Nothing is due for an order that was over long ago, nor for anything else that its customer has bought. */
function concernsTasks({ status, placedAtMs, paidAtMs, shippedAtMs }: Order, nowMs: EpochMs): boolean {
  if (status === 'unpaid' || status === 'paid') return true;
  const lastMs = Math.max(placedAtMs ?? nowMs, paidAtMs ?? 0, shippedAtMs ?? 0);
  return lastMs > nowMs - OVER_AFTER_MS;
}

function toData(changes: Changes): NonNullable<ActivityData['changes']> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, [before, after]]) => [field, [before, after] as [unknown, unknown]]),
  );
}

import { commitImport } from '../../../electron/imports/commit-import.ts';
import type { ShownOrder } from '../../../electron/imports/import-ports.ts';
import { createOrderKind } from '../../../electron/imports/kinds/orders/order-kind.ts';
import { previewImport } from '../../../electron/imports/preview-import.ts';
import type { Row } from '../../../electron/imports/reading/export-row.ts';
import { undoImport } from '../../../electron/imports/undo-import.ts';
import { createActivityStore } from '../../../electron/store/activities/activity-store.ts';
import { createClaimStore } from '../../../electron/store/claims/claim-store.ts';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { createCustomerStore } from '../../../electron/store/customers/customer-store.ts';
import { customerIdOf, maskedCustomerIdOf, newId, orderIdOf } from '../../../electron/store/identity.ts';
import { createImportRunStore } from '../../../electron/store/imports/import-run-store.ts';
import { withImportScratch } from '../../../electron/store/imports/import-scratch.ts';
import { createRowReferences } from '../../../electron/store/imports/row-references.ts';
import { createOrderItemStore } from '../../../electron/store/orders/order-item-store.ts';
import { createOrderStore } from '../../../electron/store/orders/order-store.ts';
import { createScriptUseStore } from '../../../electron/store/scripts/script-use-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import type { AgentId, ImportRunId } from '../../../shared/domain/ids.ts';
import { type ItemFields, type OrderFields, PART_FIELDS } from '../../../shared/domain/orders/order.ts';
import type {
  ItemRecord,
  OrderRecord,
  PlatformRecord,
} from '../../../shared/domain/subjects/platform-record.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { createMemoryStore, insertShop } from '../../support/memory-store.ts';

export const NOW_MS = 1_780_000_000_000;
const IDS = { orderIdOf, customerIdOf, maskedCustomerIdOf };

export function anOrderRecord(
  no: string,
  fields: Partial<OrderFields>,
  overrides: Partial<OrderRecord> = {},
): OrderRecord {
  return { kind: 'order', row: 2, no, shopName: null, fields, extra: {}, ...overrides };
}

export function anItemRecord(
  no: string,
  item: Partial<ItemFields>,
  overrides: Partial<ItemRecord> = {},
): ItemRecord {
  const { order = {} } = overrides;
  return {
    kind: 'item',
    row: 2,
    no,
    subNo: null,
    shopName: null,
    // As the reader does: what a row says of its order, it says of the part.
    item: { ...saidOfPart(order), ...item },
    order,
    extra: {},
    fromLines: STATE_OF_LINES,
    ...overrides,
  };
}

const STATE_OF_LINES = PART_FIELDS.filter((field) => !field.endsWith('Fen'));

function saidOfPart(order: Partial<OrderFields>): Partial<ItemFields> {
  const said = STATE_OF_LINES.filter((field) => order[field] !== undefined);
  return Object.fromEntries(said.map((field) => [field, order[field]]));
}

function toRows(records: readonly (PlatformRecord | Row)[]): Row[] {
  return records.map((record) =>
    'record' in record || 'rejected' in record ? record : { kind: 'record', record },
  );
}

/** A store with one shop, and imports into it. */
export function createImportHarness(shopOverrides: Partial<Shop> = {}) {
  const { db, inTransaction } = createMemoryStore();
  const shop = insertShop(db, shopOverrides);
  const activities = createActivities(db);
  const stores = {
    orders: createOrderStore(db),
    items: createOrderItemStore(db),
    customers: createCustomerStore(db),
    runs: createImportRunStore(db),
    shops: createShopStore(db),
    claims: createClaimStore(db),
    uses: createScriptUseStore(db),
    activities,
  };
  const proven: ShownOrder[] = [];
  const refreshed: string[][] = [];
  let nowMs = NOW_MS;
  const tick = () => (nowMs += 1000);
  const kind = createOrderKind({
    stores,
    ids: IDS,
    proveByImport: (shown) => void proven.push(shown),
    watchPayments: () => ({ added: () => {}, shown: () => {}, effects: () => [] }),
    watchNewWork: () => ({ added: () => {}, shown: () => {}, newTasks: () => new Map() }),
    isLive: () => false,
    setLive: () => {},
  });
  const [format] = kind.reading.formats;
  if (!format) throw new Error('There are no formats of orders');
  const common = {
    inTransaction,
    listDependent: () => [],
    judgeClaims: () => false,
    refreshTasks(changed: readonly SubjectRef[]) {
      refreshed.push(changed.map(({ id }) => id));
      return new Map();
    },
  };

  return {
    db,
    shop,
    stores,
    activities,
    proven,
    refreshed,
    orderId: (no: string) => orderIdOf(shop.id, no),
    order: (no: string) => stores.orders.get(orderIdOf(shop.id, no)),
    lines: (no: string) => stores.items.listOf(orderIdOf(shop.id, no)),
    preview(records: readonly (PlatformRecord | Row)[], shouldStop: () => boolean = () => false) {
      const file = {
        kind,
        format,
        fileName: 'a.csv',
        unknownColumns: [],
        leftOut: [],
        platforms: format.platforms,
        notes: () => [],
        rows: toRows(records),
      };
      return withImportScratch(db, (scratch) =>
        previewImport(file, {
          shop,
          nowMs,
          importedBeforeAtMs: stores.runs.findByHash('hash')?.atMs ?? null,
          shouldStop,
          scratch,
        }),
      );
    },
    commit(records: readonly (PlatformRecord | Row)[], shouldStop: () => boolean = () => false) {
      tick();
      return commitImport(
        {
          fileName: 'a.csv',
          sha256: 'hash',
          kind,
          format: format.name,
          writtenAtMs: null,
          onRemark: () => undefined,
          rows: toRows(records),
        },
        {
          ...common,
          runId: newId(nowMs) as ImportRunId,
          shop,
          agentId: null,
          nowMs,
          stores,
          shouldStop,
        },
      ).run;
    },
    undo(runId: ImportRunId, shouldStop: () => boolean = () => false) {
      tick();
      return undoImport(runId, {
        ...common,
        agentId: null,
        nowMs,
        stores,
        kinds: [kind],
        ...createRowReferences(db),
        shouldStop,
      });
    },
    actAsAgent(no: string, agentId: AgentId) {
      activities.append({
        atMs: tick(),
        kind: 'noted',
        subject: { kind: 'order', id: orderIdOf(shop.id, no) },
        agentId,
        taskId: null,
        scriptId: null,
        importRunId: null,
        data: { text: '已联系' },
      });
    },
    /** Everything that an import may have changed, but for the times of the changes themselves. */
    snapshot() {
      const orders = db.prepare('SELECT * FROM orders ORDER BY id').all() as Record<string, unknown>[];
      const customers = db.prepare('SELECT * FROM customers ORDER BY id').all() as Record<string, unknown>[];
      return {
        orders: orders.map(({ key: _key, updated_at_ms: _updated, ...rest }) => rest),
        items: db.prepare('SELECT * FROM order_items ORDER BY order_id, line_no').all(),
        customers: customers.map(({ created_at_ms: _created, ...rest }) => rest),
      };
    },
  };
}

function createActivities(db: WritableDb) {
  const { append, timeline } = createActivityStore(db);
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM activities');
  return {
    append,
    count: () => count.get()?.n ?? 0,
    /** The history as people see it, from the beginning. */
    kindsOf: (id: string, kind: SubjectRef['kind'] = 'order') =>
      timeline(asSubject(kind, id), { limit: 1000 })
        .map(({ activity }) => activity.kind)
        .toReversed(),
  };
}

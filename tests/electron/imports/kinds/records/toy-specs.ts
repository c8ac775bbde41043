import type { Base } from '../../../../../electron/base.ts';
import type {
  AnyRecordSpec,
  RecordSpec,
  RecordStore,
  ShownRecord,
} from '../../../../../electron/imports/kinds/records/record-spec.ts';
import type { Values } from '../../../../../electron/imports/merging/merge-fields.ts';
import type { WritableDb } from '../../../../../electron/store/connection.ts';
import { orderIdOf } from '../../../../../electron/store/identity.ts';
import type { ShopId } from '../../../../../shared/domain/ids.ts';

type StoredRow = { readonly fields: string; readonly extra: string };

/** A table of an invented kind; a real one has columns. */
function createToyStore<F extends Values>(
  db: WritableDb,
  table: string,
  orderOf: (fields: F, shopId: ShopId) => string | null,
) {
  const select = db.prepare<[string], StoredRow>(`SELECT fields, extra FROM ${table} WHERE id = ?`);
  const insert = db.prepare<[string, string | null, string, string]>(
    `INSERT INTO ${table} (id, order_id, fields, extra) VALUES (?, ?, ?, ?)`,
  );
  const update = db.prepare<[string, string, string]>(
    `UPDATE ${table} SET fields = ?, extra = ? WHERE id = ?`,
  );
  const remove = db.prepare<[string]>(`DELETE FROM ${table} WHERE id = ?`);
  const store: RecordStore<F> = {
    get(id) {
      const row = select.get(id);
      return row && { ...JSON.parse(row.fields), extra: JSON.parse(row.extra) };
    },
    insert(id, record, { shopId }) {
      const { extra, ...fields } = record;
      insert.run(id, orderOf(record, shopId), JSON.stringify(fields), JSON.stringify(extra));
    },
    update(id, { extra, ...fields }) {
      update.run(JSON.stringify(fields), JSON.stringify(extra), id);
    },
    remove: (id) => void remove.run(id),
  };
  return store;
}

export function createToyTables(db: WritableDb): void {
  for (const table of ['toy_returns', 'toy_figures']) {
    db.exec(`CREATE TABLE ${table} (
      id TEXT PRIMARY KEY, order_id TEXT REFERENCES orders (id), fields TEXT NOT NULL, extra TEXT NOT NULL)`);
  }
}

type ReturnFields = {
  readonly returnNo: string | null;
  readonly orderNo: string | null;
  readonly state: string | null;
  readonly backFen: number | null;
  readonly backAtMs: number | null;
  readonly note: string | null;
};
export type ShownReturn = ShownRecord<ReturnFields>;

export type CreateRecordSpec = (base: Pick<Base, 'db' | 'stores'>) => AnyRecordSpec;

/** Parcels that come back: each is about an order, whose timeline shows it. */
export function createToyReturns(
  shown: ShownReturn[],
  overrides: Partial<AnyRecordSpec> = {},
): CreateRecordSpec {
  return ({ db }) => {
    const orderOf = db
      .prepare<[string], string | null>('SELECT order_id FROM toy_returns WHERE id = ?')
      .pluck();
    const orders = db.prepare<[string], string>('SELECT id FROM orders WHERE id = ?').pluck();
    const knownOrder = (id: string) => orders.get(id) ?? null;
    const spec: RecordSpec<ReturnFields> = {
      name: 'toy-return',
      label: '退件',
      files: '退件登记表',
      fileName: /退件登记/,
      fields: {
        returnNo: { label: '退件编号', aliases: ['退件编号', '退件单号'], reads: 'platform-no' },
        orderNo: { label: '订单号', aliases: ['订单编号'], reads: 'platform-no' },
        state: { label: '退件状态', aliases: ['退件状态'], reads: 'text' },
        backFen: { label: '退回金额', aliases: ['退回金额'], reads: 'amount' },
        backAtMs: {
          label: '签收时间',
          aliases: ['签收时间'],
          reads: 'time',
          merge: ['stage', 'coarser-time'],
        },
        note: { label: '备注', aliases: ['备注'], reads: 'text', merge: ['emptied-by-agents'] },
      },
      key: ['returnNo'],
      formats: [
        {
          name: 'toy-returns',
          label: '退件登记',
          platforms: ['taobao', 'tmall'],
          marks: [{ all: ['退件状态'] }],
        },
      ],
      longTail: ['登记人'],
      table: 'toy_returns',
      store: createToyStore<ReturnFields>(db, 'toy_returns', ({ orderNo }, shopId) =>
        orderNo === null ? null : knownOrder(orderIdOf(shopId, orderNo)),
      ),
      idOf: (shopId, { returnNo }) => `${shopId}/${returnNo}`,
      titleOf: ({ returnNo }) => returnNo ?? '',
      subject: {
        kind: 'order',
        idOf: (id) => orderOf.get(id) ?? null,
      },
      proofs: (one) => void shown.push(one),
    };
    return { ...spec, ...overrides };
  };
}

type FigureFields = {
  readonly agent: string | null;
  readonly day: number | null;
  readonly visitors: number | null;
};

/** Figures of a day: agents do not work on them, so they are no subjects and have no timeline. */
export const createToyFigures: CreateRecordSpec = ({ db }) => {
  const spec: RecordSpec<FigureFields> = {
    name: 'toy-figure',
    label: '绩效',
    files: '绩效表',
    fileName: /绩效/,
    fields: {
      agent: { label: '客服', aliases: ['客服'], reads: 'text' },
      day: { label: '日期', aliases: ['日期'], reads: 'time' },
      visitors: { label: '接待人数', aliases: ['接待人数'], reads: 'count' },
    },
    key: ['day', 'agent'],
    formats: [
      { name: 'toy-figures', label: '绩效', platforms: ['taobao'], marks: [{ all: ['客服', '接待人数'] }] },
    ],
    table: 'toy_figures',
    store: createToyStore<FigureFields>(db, 'toy_figures', () => null),
    idOf: (shopId, { day, agent }) => `${shopId}/${day}/${agent}`,
    titleOf: ({ agent }) => agent ?? '',
  };
  return spec;
};

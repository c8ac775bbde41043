import type { RecordSpec } from '../../electron/imports/kinds/records/record-spec.ts';
import { defineSubject, type SubjectModule } from '../../electron/kernel/subjects/subject-module.ts';
import type { CreateRecordSpec } from '../../electron/record-specs.ts';
import type { WritableDb } from '../../electron/store/connection.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import type { Rule } from '../../shared/domain/rule.ts';
import { asSubject, idIn, type SubjectKind } from '../../shared/domain/subject.ts';
import type { TaskKind } from '../../shared/domain/task.ts';
import { HOUR } from '../../shared/time/durations.ts';

// The lists of this project know the toy; the types are those of the product's lists.
export const TOY = 'toy-parcel' as SubjectKind;
export const FIND_TOY = 'find-toy' as TaskKind;

type ToyFields = {
  readonly parcelNo: string | null;
  readonly state: string | null;
  readonly promisedAtMs: number | null;
  readonly worthFen: number | null;
};
type ToyRow = {
  readonly id: string;
  readonly shop_id: ShopId;
  readonly parcel_no: string;
  readonly state: string | null;
  readonly promised_at_ms: number | null;
  readonly worth_fen: number | null;
};

const ARRIVED = '已签收';

export const findToy: Rule<ToyRow> = {
  kind: FIND_TOY,
  concerns: ({ state, promised_at_ms: promisedAtMs }) => state !== ARRIVED && promisedAtMs !== null,
  find: ({ id, parcel_no: no, state, promised_at_ms: promisedAtMs, worth_fen: worthFen }) =>
    state === ARRIVED || promisedAtMs === null
      ? []
      : [
          {
            kind: FIND_TOY,
            subject: asSubject(TOY, id),
            step: 'look',
            dueAtMs: promisedAtMs - HOUR,
            expiresAtMs: promisedAtMs,
            amountAtRiskFen: worthFen ?? 0,
            reason: `${no} 应于一小时内送达`,
            advice: null,
          },
        ],
  settledBy: ({ state }) => (state === ARRIVED ? { reason: '包裹已签收', isFinal: true } : null),
};

export function createToyTable(db: WritableDb): void {
  db.exec(`CREATE TABLE toy_parcels (
    id TEXT PRIMARY KEY, shop_id TEXT NOT NULL REFERENCES shops (id), parcel_no TEXT NOT NULL, state TEXT,
    promised_at_ms INTEGER, worth_fen INTEGER, extra TEXT NOT NULL, is_live INTEGER NOT NULL DEFAULT 0) STRICT`);
}

/** How a file of toy parcels is read, merged and kept. */
export const createToyRecords: CreateRecordSpec = ({ db }) => {
  const select = db.prepare<[string], ToyRow & { extra: string }>('SELECT * FROM toy_parcels WHERE id = ?');
  const insert = db.prepare<(string | number | null)[]>(
    `INSERT INTO toy_parcels (id, shop_id, parcel_no, state, promised_at_ms, worth_fen, extra)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = db.prepare<(string | number | null)[]>(
    'UPDATE toy_parcels SET state = ?, promised_at_ms = ?, worth_fen = ?, extra = ? WHERE id = ?',
  );
  const remove = db.prepare<[string]>('DELETE FROM toy_parcels WHERE id = ?');
  const spec: RecordSpec<ToyFields> = {
    name: 'toy-parcel',
    label: '玩具包裹',
    files: '玩具包裹表',
    fileName: /玩具包裹/,
    fields: {
      parcelNo: { label: '包裹编号', aliases: ['包裹编号'], reads: 'platform-no' },
      state: { label: '包裹状态', aliases: ['包裹状态'], reads: 'text' },
      promisedAtMs: { label: '承诺送达', aliases: ['承诺送达'], reads: 'time' },
      worthFen: { label: '货值', aliases: ['货值'], reads: 'amount' },
    },
    key: ['parcelNo'],
    formats: [
      {
        name: 'toy-parcels',
        label: '玩具包裹',
        platforms: ['taobao'],
        marks: [{ all: ['包裹编号', '承诺送达'] }],
      },
    ],
    table: 'toy_parcels',
    store: {
      get(id) {
        const row = select.get(id);
        return (
          row && {
            parcelNo: row.parcel_no,
            state: row.state,
            promisedAtMs: row.promised_at_ms,
            worthFen: row.worth_fen,
            extra: JSON.parse(row.extra),
          }
        );
      },
      insert(id, { parcelNo, state, promisedAtMs, worthFen, extra }, { shopId }) {
        insert.run(id, shopId, parcelNo, state, promisedAtMs, worthFen, JSON.stringify(extra));
      },
      update(id, { state, promisedAtMs, worthFen, extra }) {
        update.run(state, promisedAtMs, worthFen, JSON.stringify(extra), id);
      },
      remove: (id) => void remove.run(id),
    },
    idOf: (shopId, { parcelNo }) => `${shopId}/${parcelNo}`,
    titleOf: ({ parcelNo }) => parcelNo ?? '',
    subject: { kind: TOY },
  };
  return spec;
};

/** The toy among the subjects. */
export function createToySubject(db: WritableDb): SubjectModule {
  const select = db.prepare<[string], ToyRow>(
    'SELECT t.* FROM json_each(?) AS wanted CROSS JOIN toy_parcels t ON t.id = wanted.value',
  );
  const selectLive = db.prepare<[string], { id: string }>(
    'SELECT id FROM toy_parcels WHERE is_live = 1 AND shop_id = ?',
  );
  const setLive = db.prepare<[number, string]>(
    'UPDATE toy_parcels SET is_live = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const rows = (ids: readonly string[]) => select.all(JSON.stringify(ids));
  const placeOf = ({ id, shop_id: shopId }: ToyRow) => ({ shopId, matter: `toy:${id}` });
  return defineSubject<ToyRow>({
    kind: TOY,
    rules: [findToy],
    load: rows,
    idOf: ({ id }) => id,
    placeOf,
    listToRefresh: (changed) => changed.flatMap((ref) => idIn(ref, TOY) ?? []),
    listLive: (shopId) => selectLive.all(shopId).map(({ id }) => id),
    setLive: (ids, isLive) => void setLive.run(Number(isLive), JSON.stringify(ids)),
    summarise: (ids) =>
      rows(ids).map((row) => ({
        ref: asSubject(TOY, row.id),
        title: row.parcel_no,
        customerNick: null,
        detail: '玩具',
        status: row.state,
        orderId: null,
      })),
    placesOf: (ids) => new Map(rows(ids).map((row) => [row.id, placeOf(row)])),
    words: (ids) => new Map(rows(ids).map((row) => [row.id, { starts: [row.parcel_no], parts: ['玩具'] }])),
    wordTables: ['toy_parcels'],
  });
}

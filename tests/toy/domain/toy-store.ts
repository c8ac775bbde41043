import { z } from 'zod';
import type { CameWith } from '../../../electron/imports/kinds/records/record-spec.ts';
import type { Known } from '../../../electron/imports/merging/merge-fields.ts';
import type { Stores } from '../../../electron/modules.ts';
import { behindAllThatBeginWith } from '../../../electron/store/beginning.ts';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { undoableTable } from '../../../electron/store/undoable-table.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import type { ToyFields, ToyParcel } from './toy-parcel.ts';

const COLUMNS = {
  parcelNo: 'parcel_no',
  state: 'state',
  sentAtMs: 'sent_at_ms',
  promisedAtMs: 'promised_at_ms',
  mustArriveAtMs: 'must_arrive_at_ms',
  worthFen: 'worth_fen',
} as const satisfies Record<keyof ToyFields, string>;

const SELECTED = Object.entries(COLUMNS)
  .map(([field, column]) => `${column} AS "${field}"`)
  .join(', ');

export const TOY_TABLE_SQL = /* sql */ `
  CREATE TABLE toy_parcels (
    id TEXT PRIMARY KEY, shop_id TEXT NOT NULL REFERENCES shops (id), parcel_no TEXT NOT NULL, state TEXT,
    sent_at_ms INTEGER, promised_at_ms INTEGER, must_arrive_at_ms INTEGER, worth_fen INTEGER, extra TEXT NOT NULL,
    courier_said TEXT, is_live INTEGER NOT NULL DEFAULT 0) STRICT`;

export type ToyStore = ReturnType<typeof createToyStore>;

// The list of this project holds the store; the type of the product's list does not.
export const toyStoreOf = (stores: Stores): ToyStore =>
  (stores as Stores & { readonly toyParcels: ToyStore }).toyParcels;

export function createToyStore(db: WritableDb) {
  const select = db.prepare<[string], ToyParcel & { readonly extra: string }>(/* sql */ `
    SELECT t.id, t.shop_id AS shopId, ${SELECTED}, t.courier_said AS courierSaid, t.extra
    FROM json_each(?) AS wanted CROSS JOIN toy_parcels t ON t.id = wanted.value`);
  const selectBeginning = db
    .prepare<[string, string, number], string>(/* sql */ `
      SELECT id FROM toy_parcels WHERE parcel_no >= ? AND parcel_no < ? LIMIT ?`)
    .pluck();
  const selectLive = db
    .prepare<[string], string>('SELECT id FROM toy_parcels WHERE is_live = 1 AND shop_id = ?')
    .pluck();
  const setLive = db.prepare<[number, string]>(
    'UPDATE toy_parcels SET is_live = ? WHERE id IN (SELECT value FROM json_each(?))',
  );
  const insert = db.prepare<[ToyFields & { readonly id: string; shopId: ShopId; extra: string }]>(/* sql */ `
    INSERT INTO toy_parcels (id, shop_id, ${Object.values(COLUMNS).join(', ')}, extra)
    VALUES (@id, @shopId, ${Object.keys(COLUMNS)
      .map((field) => `@${field}`)
      .join(', ')}, @extra)`);
  const update = db.prepare<[ToyFields & { readonly id: string; extra: string }]>(/* sql */ `
    UPDATE toy_parcels
    SET ${Object.entries(COLUMNS)
      .map(([field, column]) => `${column} = @${field}`)
      .join(', ')}, extra = @extra
    WHERE id = @id`);
  const note = db.prepare<[string | null, string]>('UPDATE toy_parcels SET courier_said = ? WHERE id = ?');
  const remove = db.prepare<[string]>('DELETE FROM toy_parcels WHERE id = ?');

  function get(id: string): Known<ToyParcel> | undefined {
    const row = select.get(JSON.stringify([id]));
    return row && { ...row, extra: JSON.parse(row.extra) };
  }

  return {
    undoable: undoableTable({
      table: 'toy_parcels',
      recorded: z.object({ id: z.string(), courierSaid: z.string().nullable() }),
      guarded: [],
      get,
      save: ({ id, courierSaid }) => void note.run(courierSaid, id),
    }),
    load: (ids: readonly string[]): ToyParcel[] => select.all(JSON.stringify(ids)),
    find: (text: string, atMost: number) => selectBeginning.all(text, behindAllThatBeginWith(text), atMost),
    listLive: (shopId: ShopId) => selectLive.all(shopId),
    setLive: (ids: readonly string[], isLive: boolean) =>
      void setLive.run(Number(isLive), JSON.stringify(ids)),
    note: (id: string, courierSaid: string) => void note.run(courierSaid, id),
    get,
    insert(id: string, { extra, ...fields }: Known<ToyFields>, { shopId }: CameWith): void {
      insert.run({ ...fields, id, shopId, extra: JSON.stringify(extra) });
    },
    update(id: string, { extra, ...fields }: Known<ToyFields>): void {
      update.run({ ...fields, id, extra: JSON.stringify(extra) });
    },
    remove: (id: string) => void remove.run(id),
  };
}

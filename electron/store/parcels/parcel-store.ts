import { z } from 'zod';
import { type OrderId, ShopId } from '../../../shared/domain/ids.ts';
import {
  type Parcel,
  ParcelFields,
  ParcelId,
  ParcelNotes,
  type ParcelOrder,
} from '../../../shared/domain/parcels/parcel.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { behindAllThatBeginWith } from '../beginning.ts';
import type { WritableDb } from '../connection.ts';
import { numberedIdOf } from '../identity.ts';
import { createTakeAway } from '../subjects/take-away-subject.ts';
import { undoableTable } from '../undoable-table.ts';
import { assigned, FIELD_COLUMNS, NOTE_COLUMNS, selected } from './parcel-columns.ts';

type Known = ParcelFields & { readonly extra: Readonly<Record<string, string>> };
type KnownRow = ParcelFields & { readonly extra: string };
type OwnRow = Omit<Parcel, 'order' | 'isBack'> & { readonly isBack: number };
type OrderRow = { readonly [K in keyof ParcelOrder as `order_${K}`]: ParcelOrder[K] | null };
type IdRow = { readonly id: ParcelId };

/** All of a parcel that is kept: an agent may write down one that no file has shown. */
const RecordedParcel = ParcelFields.extend(ParcelNotes.shape).extend({
  id: ParcelId,
  shopId: ShopId,
  firstSeenAtMs: z.int(),
});
type RecordedParcel = z.infer<typeof RecordedParcel>;

const RECORDED_COLUMNS = {
  shopId: 'shop_id',
  firstSeenAtMs: 'first_seen_at_ms',
  ...FIELD_COLUMNS,
  ...NOTE_COLUMNS,
} as const satisfies Record<Exclude<keyof RecordedParcel, 'id'>, string>;

const ORDER_COLUMNS = {
  id: 'id',
  no: 'no',
  shopId: 'shop_id',
  status: 'status',
  paidFen: 'paid_fen',
  shippedAtMs: 'shipped_at_ms',
  customerNick: 'customer_nick',
  itemTitle: 'item_title',
  receiverName: 'receiver_name',
  receiverMobile: 'receiver_mobile',
  receiverAddress: 'receiver_address',
  carrier: 'carrier',
} as const satisfies Record<keyof ParcelOrder, string>;

/** More orders than these touch most live parcels anyway. */
const FEW_ORDERS = 500;

/** By the number that the file names, of its own shop before another one; else by the number of the parcel. */
const ORDER_KEY_SQL = /* sql */ `coalesce(
  (SELECT own.key FROM orders own WHERE own.no = p.order_no AND own.shop_id = p.shop_id),
  (SELECT any_shop.key FROM orders any_shop WHERE any_shop.no = p.order_no LIMIT 1),
  (SELECT sent.key FROM orders sent WHERE sent.tracking_no = p.tracking_no ORDER BY sent.key DESC LIMIT 1))`;

/** O13, A6: parcels as files of logistics show them, with what agents have written down, and the order behind each. */
export function createParcelStore(db: WritableDb) {
  const select = db.prepare<[string], KnownRow>(
    `SELECT ${selected(FIELD_COLUMNS)}, p.extra FROM parcels p WHERE p.id = ?`,
  );
  const selectMany = db.prepare<[string], OwnRow & OrderRow>(/* sql */ `
    SELECT p.id, p.shop_id AS shopId, p.first_seen_at_ms AS firstSeenAtMs,
      ${selected(FIELD_COLUMNS)}, ${selected(NOTE_COLUMNS)},
      EXISTS (SELECT 1 FROM refunds r WHERE r.return_tracking_no = p.tracking_no) AS isBack,
      ${Object.entries(ORDER_COLUMNS)
        .map(([field, column]) => `o.${column} AS "order_${field}"`)
        .join(', ')}
    FROM json_each(?) AS wanted
    CROSS JOIN parcels p ON p.id = wanted.value
    LEFT JOIN orders o ON o.key = ${ORDER_KEY_SQL}`);
  const insert = db.prepare<
    KnownRow & IdRow & { readonly shopId: ShopId; readonly atMs: EpochMs }
  >(/* sql */ `
    INSERT INTO parcels (id, shop_id, first_seen_at_ms, extra, ${Object.values(FIELD_COLUMNS).join(', ')})
    VALUES (@id, @shopId, @atMs, @extra, ${Object.keys(FIELD_COLUMNS)
      .map((field) => `@${field}`)
      .join(', ')})`);
  const update = db.prepare<KnownRow & { readonly id: string }>(
    `UPDATE parcels SET ${assigned(FIELD_COLUMNS)}, extra = @extra, is_live = 1 WHERE id = @id`,
  );
  const selectRecorded = db.prepare<[string], RecordedParcel>(
    `SELECT p.id, ${selected(RECORDED_COLUMNS)} FROM parcels p WHERE p.id = ?`,
  );
  const upsert = db.prepare<RecordedParcel>(/* sql */ `
    INSERT INTO parcels (id, ${Object.values(RECORDED_COLUMNS).join(', ')})
    VALUES (@id, ${Object.keys(RECORDED_COLUMNS)
      .map((field) => `@${field}`)
      .join(', ')})
    ON CONFLICT (id) DO UPDATE SET is_live = 1, ${assigned(RECORDED_COLUMNS)}`);
  const remove = db.prepare<[string]>('DELETE FROM parcels WHERE id = ?');
  const takeAway = createTakeAway(db, 'parcel');
  const selectNumbered = db.prepare<[{ text: string; end: string; atMost: number }], IdRow>(/* sql */ `
    SELECT id FROM parcels WHERE tracking_no >= @text AND tracking_no < @end
    UNION SELECT id FROM parcels
      WHERE substr(tracking_no, -4) = substr(@text, -4) AND substr(tracking_no, -length(@text)) = @text
    LIMIT @atMost`);
  const selectOfOrders = db.prepare<[{ wanted: string }], IdRow>(/* sql */ `
    SELECT p.id FROM json_each(@wanted) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN parcels p ON p.order_no = o.no
    UNION
    SELECT p.id FROM json_each(@wanted) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN parcels p ON p.tracking_no = o.tracking_no`);
  // An order that is gone has no number any more, but the cards of its parcels still stand by its id.
  const selectLeftBehind = db.prepare<[string], IdRow>(/* sql */ `
    SELECT DISTINCT t.subject_id AS id FROM json_each(?) AS wanted
    CROSS JOIN tasks t INDEXED BY tasks_by_matter ON t.matter = wanted.value AND t.state IN ('open', 'snoozed')
      AND t.subject_kind = 'parcel'
    WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = wanted.value)`);
  const selectOfRefunds = db.prepare<[string], IdRow>(/* sql */ `
    SELECT p.id FROM json_each(?) AS wanted CROSS JOIN refunds r ON r.id = wanted.value
    CROSS JOIN parcels p ON p.tracking_no = r.return_tracking_no`);
  const selectAllLive = db.prepare<[], IdRow>('SELECT id FROM parcels WHERE is_live = 1');
  const selectSilent = db.prepare<[number], IdRow>(
    'SELECT id FROM parcels WHERE is_live = 1 ORDER BY last_at_ms LIMIT ?',
  );
  const setLive = db.prepare<[number, string, number]>(/* sql */ `
    UPDATE parcels SET is_live = ? WHERE id IN (SELECT value FROM json_each(?)) AND is_live <> ?`);

  const idsOf = (rows: readonly IdRow[]): ParcelId[] => rows.map(({ id }) => id);
  const load = (ids: readonly string[]): Parcel[] => selectMany.all(JSON.stringify(ids)).map(toParcel);
  const listAllLive = (): ParcelId[] => idsOf(selectAllLive.all());

  return {
    undoable: undoableTable({
      table: 'parcels',
      recorded: RecordedParcel,
      // A file has said more of it where one of these differs.
      guarded: ['toldAtMs', 'hearsAgainAtMs', 'disputedAtMs', 'settledAtMs', 'exception', 'lastAtMs'],
      get: (id) => selectRecorded.get(id),
      save: (parcel) => void upsert.run(parcel),
      // Only the undo of writing it down takes a parcel away as if it had never been.
      remove(id) {
        takeAway(id);
        remove.run(id);
      },
    }),
    idOf: (shopId: ShopId, trackingNo: string): ParcelId => numberedIdOf('parcel', shopId, trackingNo),
    get(id: string): Known | undefined {
      const row = select.get(id);
      // Written below.
      return row && { ...row, extra: JSON.parse(row.extra) };
    },
    insert(id: string, parcel: Known, came: { readonly shopId: ShopId; readonly atMs: EpochMs }): void {
      const { shopId, atMs } = came;
      // The id is one that `idOf` has made.
      insert.run({ ...parcel, id: id as ParcelId, shopId, atMs, extra: JSON.stringify(parcel.extra) });
    },
    update: (id: string, parcel: Known): void =>
      void update.run({ ...parcel, id, extra: JSON.stringify(parcel.extra) }),
    remove: (id: string): void => void remove.run(id),
    load,
    parcelOf: (id: string): Parcel | undefined => load([id])[0],
    /** Writes a parcel as an agent has written it down. */
    save: (parcel: RecordedParcel): void => void upsert.run(RecordedParcel.parse(parcel)),
    /** By the beginning of its number, or by its last digits, four or more. */
    find: (text: string, atMost: number): ParcelId[] =>
      idsOf(selectNumbered.all({ text, end: behindAllThatBeginWith(text), atMost })),
    listOfOrders: (ids: readonly OrderId[]): ParcelId[] =>
      ids.length === 0 ? [] : idsOf(selectOfOrders.all({ wanted: JSON.stringify(ids) })),
    /** Those whose card, money or end may follow from one of the orders, or did so before it was gone. */
    listTouchedBy(ids: readonly OrderId[]): ParcelId[] {
      if (ids.length > FEW_ORDERS) return listAllLive();
      if (ids.length === 0) return [];
      const wanted = JSON.stringify(ids);
      return idsOf([...selectOfOrders.all({ wanted }), ...selectLeftBehind.all(wanted)]);
    },
    /** Those that customers send back for one of the refunds. */
    listOfRefunds: (ids: readonly string[]): ParcelId[] =>
      ids.length === 0 ? [] : idsOf(selectOfRefunds.all(JSON.stringify(ids))),
    listAllLive,
    /** Those on their way or in trouble, the last scan of which is the longest ago. */
    listLongestSilent: (limit: number): ParcelId[] => idsOf(selectSilent.all(limit)),
    setLive(ids: readonly string[], isLive: boolean): void {
      if (ids.length > 0) setLive.run(Number(isLive), JSON.stringify(ids), Number(isLive));
    },
  };
}

function toParcel(row: OwnRow & OrderRow): Parcel {
  const own: Record<string, unknown> = {};
  const order: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name.startsWith('order_')) order[name.slice('order_'.length)] = value;
    else own[name] = value;
  }
  // The statement selects every field of both.
  return { ...own, isBack: row.isBack === 1, order: row.order_id === null ? null : order } as Parcel;
}

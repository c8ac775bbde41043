import { z } from 'zod';
import { type CustomerId, type OrderId, ShopId } from '../../../shared/domain/ids.ts';
import {
  type Refund,
  RefundFields,
  RefundId,
  RefundNotes,
  type RefundOrder,
} from '../../../shared/domain/refunds/refund.ts';
import type { RefundByHand } from '../../../shared/domain/refunds/refund-by-hand.ts';
import { isOver, refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { behindAllThatBeginWith } from '../beginning.ts';
import type { WritableDb } from '../connection.ts';
import { newId, numberedIdOf } from '../identity.ts';
import { createTakeAway } from '../subjects/take-away-subject.ts';
import { undoableTable } from '../undoable-table.ts';
import { assigned, FIELD_COLUMNS, NOTE_COLUMNS, selected } from './refund-columns.ts';

type Known = RefundFields & { readonly extra: Readonly<Record<string, string>> };
type KnownRow = RefundFields & { readonly extra: string };
type Written = KnownRow & { readonly id: string; readonly isOpen: number };
type OwnRow = Omit<Refund, 'order'>;
type OrderRow = { readonly [K in keyof RefundOrder as `order_${K}`]: RefundOrder[K] | null };
type IdRow = { readonly id: RefundId };

/** All of a refund that is kept: until an import shows it, agents write the fields of the platform as well. */
const RecordedRefund = RefundFields.extend(RefundNotes.shape).extend({
  id: RefundId,
  shopId: ShopId,
  firstSeenAtMs: z.int(),
});
type RecordedRefund = z.infer<typeof RecordedRefund>;

const RECORDED_COLUMNS = {
  shopId: 'shop_id',
  firstSeenAtMs: 'first_seen_at_ms',
  ...FIELD_COLUMNS,
  ...NOTE_COLUMNS,
} as const satisfies Record<Exclude<keyof RecordedRefund, 'id'>, string>;

/** From the one moment on, before the other. */
export type RetentionQuery = {
  readonly fromMs: EpochMs;
  readonly untilMs: EpochMs;
  readonly shopId: ShopId | null;
};

/** More orders than these touch most live refunds anyway. */
const FEW_ORDERS = 500;

/** The main number first: a part of an order may have the number of another order. */
const ORDER_ID_SQL = /* sql */ `coalesce(
  (SELECT main.id FROM orders main WHERE main.no = r.order_no AND main.shop_id = r.shop_id),
  (SELECT part.order_id FROM order_items part JOIN orders whole ON whole.id = part.order_id
    WHERE part.line_no = r.order_no AND whole.shop_id = r.shop_id LIMIT 1),
  (SELECT part.order_id FROM order_items part JOIN orders whole ON whole.id = part.order_id
    WHERE part.line_no = r.sub_order_no AND whole.shop_id = r.shop_id LIMIT 1))`;

/** A2–A5: refunds as the platforms export them, with what agents have written down, and the order behind each. */
export function createRefundStore(db: WritableDb) {
  const select = db.prepare<[string], KnownRow>(
    `SELECT ${selected(FIELD_COLUMNS)}, r.extra FROM refunds r WHERE r.id = ?`,
  );
  const selectMany = db.prepare<[string], OwnRow & OrderRow>(/* sql */ `
    SELECT r.id, r.shop_id AS shopId, s.platform, r.first_seen_at_ms AS firstSeenAtMs,
      ${selected(FIELD_COLUMNS)}, ${selected(NOTE_COLUMNS)},
      coalesce(r.customer_nick, o.customer_nick) AS customerNick,
      o.id AS order_id, o.no AS order_no, o.status AS order_status, o.paid_fen AS order_paidFen,
      o.shipped_at_ms AS order_shippedAtMs, o.completed_at_ms AS order_completedAtMs
    FROM json_each(?) AS wanted
    CROSS JOIN refunds r ON r.id = wanted.value
    JOIN shops s ON s.id = r.shop_id
    LEFT JOIN orders o ON o.id = ${ORDER_ID_SQL}`);
  const insert = db.prepare<Written & { readonly shopId: ShopId; readonly atMs: EpochMs }>(/* sql */ `
    INSERT INTO refunds (id, shop_id, first_seen_at_ms, extra, is_open, ${Object.values(FIELD_COLUMNS).join(', ')})
    VALUES (@id, @shopId, @atMs, @extra, @isOpen, ${Object.keys(FIELD_COLUMNS)
      .map((field) => `@${field}`)
      .join(', ')})`);
  const update = db.prepare<Written>(
    `UPDATE refunds SET ${assigned(FIELD_COLUMNS)}, extra = @extra, is_open = @isOpen, is_live = 1 WHERE id = @id`,
  );
  const updateNotes = db.prepare<RefundNotes & IdRow>(
    `UPDATE refunds SET ${assigned(NOTE_COLUMNS)} WHERE id = @id`,
  );
  const selectRecorded = db.prepare<[string], RecordedRefund>(
    `SELECT r.id, ${selected(RECORDED_COLUMNS)} FROM refunds r WHERE r.id = ?`,
  );
  const upsert = db.prepare<RecordedRefund & Pick<Written, 'isOpen'>>(/* sql */ `
    INSERT INTO refunds (id, is_open, ${Object.values(RECORDED_COLUMNS).join(', ')})
    VALUES (@id, @isOpen, ${Object.keys(RECORDED_COLUMNS)
      .map((field) => `@${field}`)
      .join(', ')})
    ON CONFLICT (id) DO UPDATE SET is_open = @isOpen, ${assigned(RECORDED_COLUMNS)}`);
  const remove = db.prepare<[string]>('DELETE FROM refunds WHERE id = ?');
  const takeAway = createTakeAway(db, 'refund');
  const selectByNo = db
    .prepare<[string, string], RefundId>('SELECT id FROM refunds WHERE refund_no = ? AND shop_id = ?')
    .pluck();
  const selectByHand = db.prepare<[{ shopId: ShopId; numbers: string }], RefundByHand>(/* sql */ `
    WITH named AS MATERIALIZED (
      SELECT value AS no FROM json_each(@numbers)
      UNION SELECT whole.no FROM json_each(@numbers) AS given
        CROSS JOIN order_items i ON i.line_no = given.value
        CROSS JOIN orders whole ON whole.id = i.order_id AND whole.shop_id = @shopId)
    SELECT r.id, r.order_no AS orderNo, r.sub_order_no AS subOrderNo, r.refund_fen AS refundFen,
      r.first_seen_at_ms AS firstSeenAtMs
    FROM named CROSS JOIN refunds r ON r.order_no = named.no AND r.shop_id = @shopId
    WHERE r.refund_no IS NULL`);
  const selectOfOrders = db.prepare<[{ wanted: string }], IdRow>(/* sql */ `
    SELECT r.id FROM json_each(@wanted) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN refunds r ON r.order_no = o.no AND r.shop_id = o.shop_id
    UNION
    SELECT r.id FROM json_each(@wanted) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN order_items i ON i.order_id = o.id
    CROSS JOIN refunds r ON r.order_no = i.line_no AND r.shop_id = o.shop_id
    UNION
    SELECT r.id FROM json_each(@wanted) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    CROSS JOIN order_items i ON i.order_id = o.id
    CROSS JOIN refunds r ON r.sub_order_no = i.line_no AND r.shop_id = o.shop_id`);
  const selectOfCustomer = db
    .prepare<[string], RefundId>(/* sql */ `
      WITH own AS MATERIALIZED (SELECT id, no, shop_id FROM orders WHERE customer_id = ?),
        found AS (
          SELECT r.id FROM own CROSS JOIN refunds r ON r.order_no = own.no AND r.shop_id = own.shop_id
          UNION
          SELECT r.id FROM own CROSS JOIN order_items i ON i.order_id = own.id
          CROSS JOIN refunds r ON r.order_no = i.line_no AND r.shop_id = own.shop_id
          UNION
          SELECT r.id FROM own CROSS JOIN order_items i ON i.order_id = own.id
          CROSS JOIN refunds r ON r.sub_order_no = i.line_no AND r.shop_id = own.shop_id)
      SELECT r.id FROM found CROSS JOIN refunds r ON r.id = found.id
      ORDER BY coalesce(r.applied_at_ms, r.first_seen_at_ms) DESC, r.id`)
    .pluck();
  // An order that is gone has no number any more, but the cards of its refunds still stand by its id.
  const selectLeftBehind = db.prepare<[string], IdRow>(/* sql */ `
    SELECT DISTINCT t.subject_id AS id FROM json_each(?) AS wanted
    CROSS JOIN tasks t INDEXED BY tasks_by_matter ON t.matter = wanted.value AND t.state IN ('open', 'snoozed')
      AND t.subject_kind = 'refund'
    WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = wanted.value)`);
  const selectBeginning = db.prepare<[{ text: string; end: string; atMost: number }], IdRow>(/* sql */ `
    SELECT id FROM refunds WHERE refund_no >= @text AND refund_no < @end
    UNION SELECT id FROM refunds WHERE return_tracking_no >= @text AND return_tracking_no < @end
    LIMIT @atMost`);
  const selectRetained = db.prepare<[RetentionQuery], IdRow>(/* sql */ `
    SELECT id FROM refunds WHERE retention IS NOT NULL AND retained_at_ms >= @fromMs AND retained_at_ms < @untilMs
      AND (@shopId IS NULL OR shop_id = @shopId) ORDER BY retained_at_ms, id`);
  const selectByOrderNo = db.prepare<[string, string], IdRow>(
    'SELECT id FROM refunds WHERE order_no = ? AND shop_id = ?',
  );
  const selectIds = db.prepare<[], IdRow>('SELECT id FROM refunds');
  const selectAllLive = db.prepare<[], IdRow>('SELECT id FROM refunds WHERE is_live = 1');
  const selectLive = db.prepare<[string], IdRow>('SELECT id FROM refunds WHERE is_live = 1 AND shop_id = ?');
  const setLive = db.prepare<[number, string, number]>(/* sql */ `
    UPDATE refunds SET is_live = ? WHERE id IN (SELECT value FROM json_each(?)) AND is_live <> ?`);

  const load = (ids: readonly string[]): Refund[] => selectMany.all(JSON.stringify(ids)).map(toRefund);
  const refundOf = (id: string): Refund | undefined => load([id])[0];

  function listOfOrders(orderIds: readonly OrderId[]): RefundId[] {
    if (orderIds.length === 0) return [];
    return selectOfOrders.all({ wanted: JSON.stringify(orderIds) }).map(({ id }) => id);
  }

  const listAllLive = (): RefundId[] => selectAllLive.all().map(({ id }) => id);

  function listTouchedBy(orderIds: readonly OrderId[]): RefundId[] {
    if (orderIds.length > FEW_ORDERS) return listAllLive();
    const gone = orderIds.length === 0 ? [] : selectLeftBehind.all(JSON.stringify(orderIds));
    return [...listOfOrders(orderIds), ...gone.map(({ id }) => id)];
  }

  return {
    undoable: undoableTable({
      table: 'refunds',
      recorded: RecordedRefund,
      // An import has taken it over where its number differs.
      guarded: ['refundNo', 'decision', 'decidedAtMs', 'retention', 'arrival', 'arrivedAtMs'],
      get: (id) => selectRecorded.get(id),
      save: (refund) => void upsert.run(written(refund)),
      // Only the undo of writing it down takes a refund away as if it had never been.
      remove(id) {
        takeAway(id);
        remove.run(id);
      },
    }),
    newId: (nowMs: EpochMs): RefundId => newId(nowMs) as RefundId,
    /** One that was written down before an import has shown it keeps the id that it had. */
    idOf: (shopId: ShopId, no: string): RefundId =>
      selectByNo.get(no, shopId) ?? numberedIdOf('refund', shopId, no),
    isKnown: (shopId: ShopId, no: string): boolean => selectByNo.get(no, shopId) !== undefined,
    /** Those without a number of the platform, of the orders with these numbers or parts of such a number. */
    listByHand: (shopId: ShopId, numbers: readonly string[]): RefundByHand[] =>
      selectByHand.all({ shopId, numbers: JSON.stringify(numbers) }),
    get(id: string): Known | undefined {
      const row = select.get(id);
      // Written below.
      return row && { ...row, extra: JSON.parse(row.extra) };
    },
    insert(id: string, refund: Known, came: { readonly shopId: ShopId; readonly atMs: EpochMs }): void {
      const { shopId, atMs } = came;
      insert.run({ ...written(refund), id, shopId, atMs, extra: JSON.stringify(refund.extra) });
    },
    update: (id: string, refund: Known): void =>
      void update.run({ ...written(refund), id, extra: JSON.stringify(refund.extra) }),
    remove: (id: string): void => void remove.run(id),
    load,
    refundOf,
    /** Adds a refund that an agent has written down. */
    add: (refund: RecordedRefund): void => void upsert.run(written(refund)),
    /** Writes what an agent has decided or seen. */
    note: (id: RefundId, notes: RefundNotes): void => void updateNotes.run({ ...notes, id }),
    /** By the beginning of its number, or of that of the parcel that comes back. */
    find: (text: string, atMost: number): RefundId[] =>
      selectBeginning.all({ text, end: behindAllThatBeginWith(text), atMost }).map(({ id }) => id),
    listIds: (): RefundId[] => selectIds.all().map(({ id }) => id),
    /** A2: refunds of which an agent said within the time what came of keeping the order. */
    listRetained: (query: RetentionQuery): RefundId[] => selectRetained.all(query).map(({ id }) => id),
    /** The others of the same order, whether or not that is known. */
    othersOf(refund: Refund): Refund[] {
      const { id, shopId, order, orderNo } = refund;
      const named = orderNo === null ? [] : selectByOrderNo.all(orderNo, shopId).map((row) => row.id);
      const ofOrder = order === null ? [] : listOfOrders([order.id]);
      return load([...new Set([...named, ...ofOrder])].filter((other) => other !== id));
    },
    /** Refunds of the order, whichever of its numbers they name. */
    listOfOrders,
    /** Refunds of all orders of the customer, those asked for last first. */
    listOfCustomer: (id: CustomerId): RefundId[] => selectOfCustomer.all(id),
    /** Those whose type, clock or card may follow from one of the orders, or did so before it was gone. */
    listTouchedBy,
    listLive: (shopId: ShopId): RefundId[] => selectLive.all(shopId).map(({ id }) => id),
    listAllLive,
    setLive(ids: readonly string[], isLive: boolean): void {
      if (ids.length > 0) setLive.run(Number(isLive), JSON.stringify(ids), Number(isLive));
    },
  };
}

/** Whether it goes on is told apart by the store, so that a list need not read what is over. */
const written = <R extends RefundFields>(refund: R) => ({
  ...refund,
  isOpen: Number(!isOver(refundStateOf(refund))),
});

function toRefund(row: OwnRow & OrderRow): Refund {
  const {
    order_id: id,
    order_no: no,
    order_status: status,
    order_paidFen: paidFen,
    order_shippedAtMs: shippedAtMs,
    order_completedAtMs: completedAtMs,
    ...own
  } = row;
  const isThere = id !== null && no !== null && status !== null;
  return { ...own, order: isThere ? { id, no, status, paidFen, shippedAtMs, completedAtMs } : null };
}

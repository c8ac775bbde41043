import type { Migration } from './migration.ts';

/** The index of the refunds that are over holds all that their list searches and sums, so that no row is read for it. */
export const searchPastRefunds: Migration = {
  name: 'search past refunds',
  up(db) {
    db.exec(/* sql */ `
      DROP INDEX refunds_over;
      CREATE INDEX refunds_over ON refunds (
        coalesce(ended_at_ms, refunded_at_ms, applied_at_ms, first_seen_at_ms), shop_id, refund_no, order_no,
        customer_nick, item_title, return_tracking_no, refund_fen, id,
        -- SQLite takes no partial index for a covering one that does not hold its condition and an expression.
        is_open) WHERE is_open = 0;
    `);
  },
};

import type { Migration } from './migration.ts';

/**
 * O13, A6: parcels of which a file of logistics or an agent has said something. A parcel that only its order names is
 * found by the indexes of the orders.
 */
export const keepParcels: Migration = {
  name: 'keep parcels',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE parcels (
        id TEXT PRIMARY KEY,
        shop_id TEXT NOT NULL REFERENCES shops (id),
        tracking_no TEXT NOT NULL,
        carrier TEXT,
        -- Parcels come before or after their order, so they name it by number.
        order_no TEXT,
        status TEXT,
        exception TEXT,
        exception_at_ms INTEGER,
        last_text TEXT,
        last_at_ms INTEGER,
        picked_up_at_ms INTEGER,
        signed_at_ms INTEGER,
        shipped_at_ms INTEGER,
        receiver_name TEXT,
        receiver_phone TEXT,
        unscanned TEXT,
        extra TEXT NOT NULL DEFAULT '{}',
        first_seen_at_ms INTEGER NOT NULL,
        -- What agents write down.
        told_at_ms INTEGER,
        hears_again_at_ms INTEGER,
        disputed_at_ms INTEGER,
        settled_at_ms INTEGER,
        -- Whether a rule can want anything of it; an import has every one that it touches looked at.
        is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
        CHECK (hears_again_at_ms IS NULL OR told_at_ms IS NOT NULL)
      ) STRICT;
      CREATE INDEX parcels_by_no ON parcels (tracking_no);
      CREATE INDEX parcels_by_tail ON parcels (substr(tracking_no, -4));
      CREATE INDEX parcels_by_order ON parcels (order_no) WHERE order_no IS NOT NULL;
      CREATE INDEX parcels_by_phone_tail ON parcels (substr(receiver_phone, -4)) WHERE receiver_phone IS NOT NULL;
      CREATE INDEX parcels_by_receiver ON parcels (receiver_name) WHERE receiver_name IS NOT NULL;
      CREATE INDEX parcels_live ON parcels (last_at_ms) WHERE is_live = 1;
      CREATE INDEX refunds_by_tracking_tail ON refunds (substr(return_tracking_no, -4))
        WHERE return_tracking_no IS NOT NULL;
    `);
  },
};

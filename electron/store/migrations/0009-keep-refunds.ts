import type { Migration } from './migration.ts';

export const keepRefunds: Migration = {
  name: 'keep refunds',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE refunds (
        id TEXT PRIMARY KEY,
        shop_id TEXT NOT NULL REFERENCES shops (id),
        refund_no TEXT NOT NULL,
        -- Refunds come before or after their order, so they name it by number.
        order_no TEXT,
        sub_order_no TEXT,
        customer_nick TEXT,
        platform_type TEXT,
        needs_return TEXT,
        platform_status TEXT,
        intervention TEXT,
        reason TEXT,
        reason_tag TEXT,
        explanation TEXT,
        goods_state TEXT,
        shipped_state TEXT,
        item_title TEXT,
        paid_fen INTEGER,
        refund_fen INTEGER,
        freight_fen INTEGER,
        to_platform_fen INTEGER,
        extent TEXT,
        handling TEXT,
        is_instant TEXT,
        applied_at_ms INTEGER,
        agreed_at_ms INTEGER,
        return_sent_at_ms INTEGER,
        refunded_at_ms INTEGER,
        ended_at_ms INTEGER,
        deadline_at_ms INTEGER,
        proof_deadline_at_ms INTEGER,
        return_tracking_no TEXT,
        return_carrier TEXT,
        return_state TEXT,
        extra TEXT NOT NULL DEFAULT '{}',
        first_seen_at_ms INTEGER NOT NULL,
        -- What agents write down.
        decision TEXT,
        decided_at_ms INTEGER,
        first_handled_at_ms INTEGER,
        retention TEXT,
        arrival TEXT,
        arrived_at_ms INTEGER,
        -- Whether a rule can want anything of it; an import has every one that it touches looked at.
        is_live INTEGER NOT NULL DEFAULT 1 CHECK (is_live IN (0, 1)),
        CHECK ((decision IS NULL) = (decided_at_ms IS NULL)),
        CHECK ((arrival IS NULL) = (arrived_at_ms IS NULL))
      ) STRICT;
      CREATE INDEX refunds_by_order ON refunds (order_no, shop_id) WHERE order_no IS NOT NULL;
      CREATE INDEX refunds_by_sub_order ON refunds (sub_order_no, shop_id) WHERE sub_order_no IS NOT NULL;
      CREATE INDEX refunds_by_no ON refunds (refund_no);
      CREATE INDEX refunds_by_tracking ON refunds (return_tracking_no) WHERE return_tracking_no IS NOT NULL;
      CREATE INDEX refunds_live ON refunds (shop_id) WHERE is_live = 1;
      -- A refund may name a part of the order in the place of the whole.
      CREATE INDEX order_items_by_line ON order_items (line_no);
    `);
  },
};

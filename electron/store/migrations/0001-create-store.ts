import type { Migration } from './migration.ts';

export const createStore: Migration = {
  name: 'create store',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE shops (
        id TEXT PRIMARY KEY,
        platform TEXT NOT NULL CHECK (platform IN ('taobao', 'tmall', 'douyin', 'pinduoduo', 'jd')),
        name TEXT NOT NULL,
        is_sample INTEGER NOT NULL DEFAULT 0 CHECK (is_sample IN (0, 1)),
        settings TEXT NOT NULL,
        created_at_ms INTEGER NOT NULL,
        UNIQUE (platform, name)
      ) STRICT;

      CREATE TABLE agents (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        role TEXT NOT NULL CHECK (role IN ('agent', 'lead', 'manager')),
        pin_hash TEXT,
        is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
        created_at_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;

      CREATE TABLE customers (
        id TEXT PRIMARY KEY,
        platform TEXT NOT NULL,
        nick TEXT NOT NULL,
        display_name TEXT,
        is_masked INTEGER NOT NULL CHECK (is_masked IN (0, 1)),
        note TEXT,
        group_override TEXT CHECK (group_override IN ('consulting', 'buyer', 'vip')),
        created_at_ms INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX customers_by_nick ON customers (nick);

      CREATE TABLE import_runs (
        id TEXT PRIMARY KEY,
        shop_id TEXT NOT NULL REFERENCES shops (id),
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        format TEXT NOT NULL,
        agent_id TEXT REFERENCES agents (id),
        at_ms INTEGER NOT NULL,
        rows_read INTEGER NOT NULL,
        rows_new INTEGER NOT NULL,
        rows_changed INTEGER NOT NULL,
        rows_unchanged INTEGER NOT NULL,
        rows_rejected INTEGER NOT NULL,
        undone_at_ms INTEGER
      ) STRICT;
      CREATE INDEX import_runs_by_time ON import_runs (at_ms);
      CREATE INDEX import_runs_by_hash ON import_runs (sha256);

      CREATE TABLE orders (
        id TEXT PRIMARY KEY,
        shop_id TEXT NOT NULL REFERENCES shops (id),
        no TEXT NOT NULL,
        customer_id TEXT REFERENCES customers (id),
        status TEXT NOT NULL CHECK (status IN ('unpaid', 'paid', 'shipped', 'completed', 'closed')),
        platform_status TEXT,
        close_reason TEXT,
        after_sales_status TEXT,
        customer_nick TEXT,
        customer_display_name TEXT,
        customer_alipay TEXT,
        placed_at_ms INTEGER,
        paid_at_ms INTEGER,
        ship_deadline_at_ms INTEGER,
        shipped_at_ms INTEGER,
        completed_at_ms INTEGER,
        goods_fen INTEGER,
        postage_fen INTEGER,
        payable_fen INTEGER,
        paid_fen INTEGER,
        refund_fen INTEGER,
        settled_fen INTEGER,
        item_title TEXT,
        item_count INTEGER,
        item_kinds INTEGER,
        sku TEXT,
        merchant_code TEXT,
        receiver_name TEXT,
        receiver_mobile TEXT,
        receiver_phone TEXT,
        receiver_address TEXT,
        customer_message TEXT,
        memo TEXT,
        memo_tag TEXT,
        flag TEXT,
        tracking_no TEXT,
        carrier TEXT,
        payment_no TEXT,
        payment_detail TEXT,
        closes_at_ms INTEGER,
        claimed_paid_at_ms INTEGER,
        chase_stopped_at_ms INTEGER,
        chase_stop_reason TEXT,
        agreed_pay_at_ms INTEGER,
        extra TEXT NOT NULL DEFAULT '{}',
        updated_at_ms INTEGER NOT NULL,
        UNIQUE (no, shop_id)
      ) STRICT;
      CREATE INDEX orders_by_customer ON orders (customer_id, placed_at_ms) WHERE customer_id IS NOT NULL;
      CREATE INDEX orders_by_time ON orders (placed_at_ms);
      CREATE INDEX orders_by_shop_and_time ON orders (shop_id, placed_at_ms);
      -- The columns at the end let a filter be checked without a look at the order.
      CREATE INDEX orders_by_status ON orders (status, placed_at_ms, shop_id);
      CREATE INDEX orders_by_amount ON orders (payable_fen, shop_id, status);
      CREATE INDEX orders_by_tracking ON orders (tracking_no) WHERE tracking_no IS NOT NULL;

      CREATE TABLE order_items (
        order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        line_no TEXT NOT NULL,
        title TEXT,
        sku TEXT,
        outer_code TEXT,
        merchant_code TEXT,
        quantity INTEGER,
        price_fen INTEGER,
        payable_fen INTEGER,
        paid_fen INTEGER,
        refund_status TEXT,
        refund_fen INTEGER,
        remark TEXT,
        bundle_info TEXT,
        product_no TEXT,
        extra TEXT NOT NULL DEFAULT '{}',
        PRIMARY KEY (order_id, line_no)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE script_groups (
        id TEXT PRIMARY KEY,
        parent_id TEXT REFERENCES script_groups (id),
        name TEXT NOT NULL,
        sort_key INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE scripts (
        id TEXT PRIMARY KEY,
        group_id TEXT REFERENCES script_groups (id),
        title TEXT NOT NULL,
        code TEXT NOT NULL COLLATE NOCASE,
        parts TEXT NOT NULL,
        keywords TEXT NOT NULL,
        fit TEXT NOT NULL,
        sort_key INTEGER NOT NULL,
        archived_at_ms INTEGER,
        updated_at_ms INTEGER NOT NULL,
        use_count INTEGER NOT NULL DEFAULT 0,
        last_used_at_ms INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX scripts_by_code ON scripts (code) WHERE archived_at_ms IS NULL;

      CREATE TABLE tasks (
        id TEXT PRIMARY KEY,
        shop_id TEXT NOT NULL REFERENCES shops (id),
        kind TEXT NOT NULL,
        subject_kind TEXT NOT NULL CHECK (subject_kind IN ('order', 'customer')),
        subject_id TEXT NOT NULL,
        step TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'snoozed', 'done', 'cancelled')),
        due_at_ms INTEGER NOT NULL,
        snoozed_until_ms INTEGER,
        snooze_note TEXT,
        -- When it wants attention: the snooze where there is one, else the due time. The queue is sorted by it.
        attention_at_ms INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(snoozed_until_ms, due_at_ms)) STORED,
        expires_at_ms INTEGER,
        amount_at_risk_fen INTEGER NOT NULL,
        reason TEXT NOT NULL,
        advice_kind TEXT CHECK (advice_kind IN ('recommended', 'advised-against')),
        advice_reason TEXT,
        owner_id TEXT REFERENCES agents (id),
        -- The moment for which a reminder is still owed; NULL once it was shown.
        reminder_at_ms INTEGER,
        cancel_reason TEXT,
        updated_at_ms INTEGER NOT NULL,
        CHECK ((state = 'snoozed') = (snoozed_until_ms IS NOT NULL))
      ) STRICT;
      CREATE INDEX tasks_by_subject ON tasks (subject_kind, subject_id);
      -- A cancelled task that may come back keeps its reminder, but owes none.
      CREATE INDEX tasks_by_reminder ON tasks (reminder_at_ms)
        WHERE reminder_at_ms IS NOT NULL AND state IN ('open', 'snoozed');
      -- Whatever the queue filters and counts by is in the index, so that it never looks at the tasks themselves.
      CREATE INDEX tasks_by_attention
        ON tasks (attention_at_ms, amount_at_risk_fen DESC, expires_at_ms, kind, shop_id, owner_id, state)
        WHERE state IN ('open', 'snoozed');
      -- What is at risk is counted once per order, and a search looks at each order once.
      CREATE INDEX tasks_by_open_subject ON tasks (subject_id, subject_kind, amount_at_risk_fen, attention_at_ms,
        expires_at_ms, kind, shop_id, owner_id, state)
        WHERE state IN ('open', 'snoozed');
      CREATE INDEX tasks_by_amount ON tasks (amount_at_risk_fen DESC, attention_at_ms)
        WHERE state IN ('open', 'snoozed');

      CREATE TABLE activities (
        id TEXT PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        agent_id TEXT REFERENCES agents (id),
        task_id TEXT,
        script_id TEXT,
        import_run_id TEXT,
        data TEXT NOT NULL
      ) STRICT;
      CREATE INDEX activities_by_subject ON activities (subject_kind, subject_id, at_ms);
      CREATE INDEX activities_by_kind ON activities (kind, at_ms);
      CREATE INDEX activities_by_run ON activities (import_run_id) WHERE import_run_id IS NOT NULL;
      CREATE TRIGGER activities_are_never_changed BEFORE UPDATE ON activities
        BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;
      CREATE TRIGGER activities_are_never_deleted BEFORE DELETE ON activities
        BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;

      CREATE TABLE disputes (
        order_id TEXT PRIMARY KEY REFERENCES orders (id),
        opened_at_ms INTEGER NOT NULL,
        follow_up_at_ms INTEGER NOT NULL,
        closed_at_ms INTEGER,
        outcome TEXT CHECK (outcome IN ('fee-returned', 'refused', 'withdrawn')),
        note TEXT,
        CHECK ((closed_at_ms IS NULL) = (outcome IS NULL))
      ) STRICT;
    `);
  },
};

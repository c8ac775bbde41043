import type { Migration } from './migration.ts';

const STATE_SQL = /* sql */ `CASE WHEN done_at_ms IS NOT NULL THEN 'done'
  WHEN cancel_reason IS NOT NULL THEN 'cancelled'
  WHEN snoozed_until_ms IS NOT NULL THEN 'snoozed' ELSE 'open' END`;
const ATTENTION_SQL = 'coalesce(snoozed_until_ms, due_at_ms)';
const EXPIRES_SQL = /* sql */ `CASE WHEN snoozed_until_ms IS NULL OR keeps_end = 1
  THEN planned_expiry_at_ms ELSE snooze_expires_at_ms END`;

/** Each index holds all that the queue filters and counts by, so that the queue never looks at the tasks themselves. */
const INDEXES_SQL = /* sql */ `
  CREATE INDEX tasks_by_subject ON tasks (subject_kind, subject_id);
  CREATE INDEX tasks_by_reminder ON tasks (reminder_at_ms)
    WHERE reminder_at_ms IS NOT NULL AND state IN ('open', 'snoozed');
  CREATE INDEX tasks_by_attention
    ON tasks (attention_at_ms, amount_at_risk_fen DESC, expires_at_ms, kind, shop_id, owner_id, state, matter)
    WHERE state IN ('open', 'snoozed');
  -- A matter is one card and counts its money once, so its tasks lie side by side.
  CREATE INDEX tasks_by_matter ON tasks (matter, attention_at_ms, amount_at_risk_fen, expires_at_ms, kind, shop_id,
    owner_id, state, subject_kind, subject_id)
    WHERE state IN ('open', 'snoozed');
`;

/**
 * Tasks of any subject, of any shop or of none. What an agent decided and what a rule derives lie in columns of their
 * own, and `state` follows from both: a rule that ends a task does not lose its snooze, and an undo finds it again.
 */
export const generaliseTasks: Migration = {
  name: 'generalise tasks',
  work: 9,
  up(db, onProgress) {
    db.exec(/* sql */ `
      ALTER TABLE tasks RENAME TO tasks_before;
      CREATE TABLE tasks (
        id TEXT PRIMARY KEY,
        shop_id TEXT REFERENCES shops (id),
        kind TEXT NOT NULL,
        subject_kind TEXT NOT NULL,
        subject_id TEXT NOT NULL,
        -- Tasks of one matter, such as an order, are one card in the queue.
        matter TEXT NOT NULL,
        step TEXT NOT NULL,
        occurrence TEXT NOT NULL,

        -- What an agent decided.
        done_at_ms INTEGER,
        snoozed_until_ms INTEGER,
        snooze_note TEXT,
        snooze_expires_at_ms INTEGER,
        owner_id TEXT REFERENCES agents (id),

        -- What a rule derives.
        due_at_ms INTEGER NOT NULL,
        planned_expiry_at_ms INTEGER,
        -- The kind's word: 1 where a snooze does not put the end off.
        keeps_end INTEGER NOT NULL CHECK (keeps_end IN (0, 1)),
        amount_at_risk_fen INTEGER NOT NULL,
        reason TEXT NOT NULL,
        advice_kind TEXT CHECK (advice_kind IN ('recommended', 'advised-against')),
        advice_reason TEXT,
        cancel_reason TEXT,

        -- The moment for which a reminder is still owed; NULL once it was shown.
        reminder_at_ms INTEGER,
        updated_at_ms INTEGER NOT NULL,

        -- These follow from the rest. They are written, not generated: SQLite takes a statement with a generated column
        -- for one that needs the whole row, and no index would cover it.
        state TEXT NOT NULL CHECK (state = ${STATE_SQL}),
        -- When it wants attention: the snooze where there is one, else the due time. The queue is sorted by it.
        attention_at_ms INTEGER NOT NULL CHECK (attention_at_ms = ${ATTENTION_SQL}),
        expires_at_ms INTEGER CHECK (expires_at_ms IS ${EXPIRES_SQL})
      ) STRICT;

      -- Steps had what tells them apart packed into their name: 'agreed:1781', 'follow-up-1781', 'decide:<id>'.
      INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, matter, step, occurrence, done_at_ms,
        snoozed_until_ms, snooze_note, snooze_expires_at_ms, owner_id, due_at_ms, planned_expiry_at_ms, keeps_end,
        amount_at_risk_fen, reason, advice_kind, advice_reason, cancel_reason, reminder_at_ms, updated_at_ms,
        state, attention_at_ms, expires_at_ms)
      SELECT *, ${STATE_SQL}, ${ATTENTION_SQL}, ${EXPIRES_SQL} FROM (SELECT id, shop_id, kind, subject_kind, subject_id,
        CASE subject_kind WHEN 'order' THEN subject_id ELSE subject_kind || ':' || subject_id END,
        CASE WHEN kind = 'dispute' AND step LIKE 'follow-up-%' THEN 'follow-up'
          WHEN instr(step, ':') > 0 THEN substr(step, 1, instr(step, ':') - 1) ELSE step END,
        CASE WHEN kind = 'dispute' AND step LIKE 'follow-up-%' THEN substr(step, 11)
          WHEN instr(step, ':') > 0 THEN substr(step, instr(step, ':') + 1) ELSE '' END,
        iif(state = 'done', updated_at_ms, NULL) AS done_at_ms, snoozed_until_ms, snooze_note,
        iif(state = 'snoozed', expires_at_ms, NULL) AS snooze_expires_at_ms, owner_id, due_at_ms,
        expires_at_ms AS planned_expiry_at_ms, kind <> 'chase' AS keeps_end, amount_at_risk_fen, reason, advice_kind, advice_reason,
        iif(state = 'cancelled', coalesce(cancel_reason, '计划已变更'), NULL) AS cancel_reason, reminder_at_ms,
        updated_at_ms
      FROM tasks_before);
      DROP TABLE tasks_before;
      ${INDEXES_SQL}`);
    onProgress(0.5);
    db.exec(/* sql */ `
      -- Whether a rule can want anything of it, whatever the time.
      ALTER TABLE orders ADD COLUMN is_live INTEGER NOT NULL DEFAULT 0 CHECK (is_live IN (0, 1));
      UPDATE orders SET is_live = 1 WHERE status = 'unpaid'
        OR id IN (SELECT order_id FROM disputes WHERE closed_at_ms IS NULL)
        OR id IN (SELECT order_id FROM concessions);
      CREATE INDEX orders_live ON orders (shop_id) WHERE is_live = 1;
    `);
  },
};

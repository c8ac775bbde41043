import type { Migration } from './migration.ts';

/**
 * The queue is ranked by the end that matters for a task's subject, and told apart by what was promised and by what one
 * agent has given another. The index holds all of it, so that the queue still never looks at the tasks themselves.
 */
export const rankQueue: Migration = {
  name: 'rank queue',
  up(db) {
    db.exec(/* sql */ `
      ALTER TABLE tasks ADD COLUMN ends_at_ms INTEGER;
      ALTER TABLE tasks ADD COLUMN is_promise INTEGER NOT NULL DEFAULT 0 CHECK (is_promise IN (0, 1));
      ALTER TABLE tasks ADD COLUMN given_by_id TEXT REFERENCES agents (id);
      -- The last step of a ladder ends where its subject does; the rules say it exactly when they next look.
      UPDATE tasks SET ends_at_ms = (
        SELECT max(other.planned_expiry_at_ms) FROM tasks AS other
        WHERE other.subject_kind = tasks.subject_kind AND other.subject_id = tasks.subject_id
          AND other.state IN ('open', 'snoozed'))
      WHERE state IN ('open', 'snoozed');
      -- Those of a step that agents make; an agreed time is known again when the rules next look.
      UPDATE tasks SET is_promise = 1 WHERE step = 'by-hand';
      DROP INDEX tasks_by_matter;
      CREATE INDEX tasks_by_matter ON tasks (matter, attention_at_ms, amount_at_risk_fen, expires_at_ms, kind, shop_id,
        owner_id, state, subject_kind, subject_id, ends_at_ms, advice_kind, is_promise, given_by_id)
        WHERE state IN ('open', 'snoozed');
    `);
  },
};

import type { Migration } from './migration.ts';

/** H2: hand-over sheets, and the tasks that one agent leaves to the next read by an index. */
export const handOverSheets: Migration = {
  name: 'hand over sheets',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE handovers (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('draft', 'given', 'received')),
        giver_id TEXT NOT NULL REFERENCES agents (id),
        receiver_id TEXT REFERENCES agents (id),
        started_at_ms INTEGER NOT NULL,
        given_at_ms INTEGER,
        received_at_ms INTEGER,
        received_by_id TEXT REFERENCES agents (id),
        note TEXT,
        marks TEXT NOT NULL CHECK (json_valid(marks)),
        items TEXT NOT NULL CHECK (json_valid(items)),
        is_live INTEGER NOT NULL DEFAULT 0,
        CHECK ((state = 'draft') = (given_at_ms IS NULL)),
        CHECK ((state = 'received') = (received_at_ms IS NOT NULL))
      ) STRICT;
      CREATE INDEX handovers_draft ON handovers (giver_id, started_at_ms) WHERE state = 'draft';
      CREATE INDEX handovers_given ON handovers (given_at_ms) WHERE given_at_ms IS NOT NULL;
      CREATE INDEX tasks_owned ON tasks (owner_id, attention_at_ms)
        WHERE owner_id IS NOT NULL AND state IN ('open', 'snoozed');
      CREATE INDEX tasks_promised ON tasks (attention_at_ms)
        WHERE is_promise = 1 AND owner_id IS NULL AND state IN ('open', 'snoozed');
    `);
  },
};

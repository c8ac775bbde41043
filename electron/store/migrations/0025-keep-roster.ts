import type { Migration } from './migration.ts';

/** H1: the roster, one row for each agent and day, and what agents ask to have changed in it. */
export const keepRoster: Migration = {
  name: 'keep roster',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE roster_entries (
        -- The day on which the shift starts, also of a night.
        date TEXT NOT NULL,
        agent_id TEXT NOT NULL REFERENCES agents (id),
        code TEXT NOT NULL,
        -- Lists as JSON; an empty one means all.
        shop_ids TEXT NOT NULL DEFAULT '[]',
        work_types TEXT NOT NULL DEFAULT '[]',
        meal_minute INTEGER,
        source TEXT NOT NULL CHECK (source IN ('import', 'manual', 'swap', 'replacement')),
        reason TEXT,
        is_absent INTEGER NOT NULL DEFAULT 0 CHECK (is_absent IN (0, 1)),
        in_at_ms INTEGER,
        out_at_ms INTEGER,
        -- Kept from the template when the agent clocks in.
        start_at_ms INTEGER,
        end_at_ms INTEGER,
        break_minutes INTEGER,
        PRIMARY KEY (date, agent_id),
        CHECK (out_at_ms IS NULL OR in_at_ms IS NOT NULL)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX roster_entries_by_agent ON roster_entries (agent_id, date);
      CREATE TABLE shift_requests (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('swap', 'leave')),
        agent_id TEXT NOT NULL REFERENCES agents (id),
        date TEXT NOT NULL,
        -- The colleague of a swap, and the day that the agent takes over from them.
        with_agent_id TEXT REFERENCES agents (id),
        with_date TEXT,
        reason TEXT,
        state TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'approved', 'refused', 'withdrawn')),
        asked_at_ms INTEGER NOT NULL,
        decided_by_id TEXT REFERENCES agents (id),
        decided_at_ms INTEGER,
        CHECK ((kind = 'swap') = (with_agent_id IS NOT NULL)),
        CHECK ((kind = 'swap') = (with_date IS NOT NULL))
      ) STRICT;
      CREATE INDEX shift_requests_open ON shift_requests (asked_at_ms) WHERE state IN ('asked', 'agreed');
    `);
  },
};

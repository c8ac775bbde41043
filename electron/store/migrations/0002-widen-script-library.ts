import { importScripts } from './0002-import-scripts.ts';
import { learnFromScripts } from './0002-learn-from-scripts.ts';
import type { Migration } from './migration.ts';

export const widenScriptLibrary: Migration = {
  name: 'widen script library',
  up(db) {
    db.exec(/* sql */ `
      -- Neither: for all. A shop's for who serves it, an agent's for that agent alone.
      ALTER TABLE scripts ADD COLUMN shop_id TEXT REFERENCES shops (id);
      ALTER TABLE scripts ADD COLUMN agent_id TEXT REFERENCES agents (id);
      ALTER TABLE scripts ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
      DROP INDEX scripts_by_code;
      CREATE UNIQUE INDEX scripts_by_code ON scripts (code, coalesce(agent_id, shop_id, ''))
        WHERE archived_at_ms IS NULL;
      CREATE INDEX scripts_by_group ON scripts (group_id, sort_key, code);

      CREATE TABLE script_favourites (
        agent_id TEXT NOT NULL REFERENCES agents (id),
        script_id TEXT NOT NULL REFERENCES scripts (id),
        PRIMARY KEY (agent_id, script_id)
      ) STRICT, WITHOUT ROWID;

      -- R10: the bargaining over an order, step by step.
      CREATE TABLE concessions (
        id TEXT PRIMARY KEY,
        order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'denied', 'offered', 'accepted', 'refused')),
        amount_fen INTEGER CHECK (amount_fen > 0),
        -- In place of money.
        extra TEXT,
        agent_id TEXT NOT NULL REFERENCES agents (id),
        at_ms INTEGER NOT NULL,
        payable_before_fen INTEGER,
        asked_fen INTEGER,
        asked_reason TEXT,
        answer_due_at_ms INTEGER,
        decided_by TEXT REFERENCES agents (id),
        decided_at_ms INTEGER,
        decision_note TEXT,
        updated_at_ms INTEGER NOT NULL,
        CHECK ((amount_fen IS NULL) <> (extra IS NULL)),
        CHECK ((asked_fen IS NULL) = (asked_reason IS NULL) AND (asked_fen IS NULL) = (answer_due_at_ms IS NULL)),
        CHECK ((decided_by IS NULL) = (decided_at_ms IS NULL))
      ) STRICT;
      CREATE INDEX concessions_by_order ON concessions (order_id, at_ms);

      -- A picture is a file beside the database, named by its content; here is what agents call it.
      CREATE TABLE script_pictures (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL COLLATE NOCASE,
        sha256 TEXT NOT NULL,
        extension TEXT NOT NULL CHECK (extension IN ('png', 'jpg')),
        byte_count INTEGER NOT NULL,
        added_at_ms INTEGER NOT NULL,
        -- It can be brought back for a while, and its file stays as long.
        removed_at_ms INTEGER
      ) STRICT;
      CREATE UNIQUE INDEX script_pictures_by_name ON script_pictures (name) WHERE removed_at_ms IS NULL;

      -- What an agent answered in the forms of scripts, to be offered again.
      CREATE TABLE script_answers (
        agent_id TEXT NOT NULL REFERENCES agents (id),
        field TEXT NOT NULL,
        answer TEXT NOT NULL,
        used_at_ms INTEGER NOT NULL,
        PRIMARY KEY (agent_id, field, answer)
      ) STRICT, WITHOUT ROWID;
    `);
    learnFromScripts(db);
    importScripts(db);
  },
};

import type { WritableDb } from '../connection.ts';
import type { Migration } from './migration.ts';

export const widenScriptLibrary: Migration = {
  name: 'widen script library',
  work: 3,
  up(db, onProgress) {
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
    learnFromScripts(db, onProgress);
    importScripts(db);
  },
};

/** Script files that were imported. What one did to a script is in the activity; the way back starts from there. */
function importScripts(db: WritableDb): void {
  db.exec(/* sql */ `
    CREATE TABLE script_imports (
      id TEXT PRIMARY KEY,
      file_name TEXT NOT NULL,
      agent_id TEXT REFERENCES agents (id),
      at_ms INTEGER NOT NULL,
      -- The groups that it made, outer ones first.
      made_groups TEXT NOT NULL,
      undone_at_ms INTEGER
    ) STRICT;

    CREATE TABLE script_import_changes (
      import_id TEXT NOT NULL REFERENCES script_imports (id),
      script_id TEXT NOT NULL REFERENCES scripts (id),
      activity_id TEXT NOT NULL REFERENCES activities (id),
      PRIMARY KEY (import_id, script_id)
    ) STRICT, WITHOUT ROWID;
  `);
}

/** Scripts are learned from their uses and outcomes, from cases and proposals; and each agent has seen some changes. */
function learnFromScripts(db: WritableDb, onProgress: (share: number) => void): void {
  const steps = [createTables, fillUses, settleUses];
  for (const [index, step] of steps.entries()) {
    step(db);
    // Each of them reads all activities.
    onProgress((index + 1) / steps.length);
  }
}

function createTables(db: WritableDb): void {
  db.exec(/* sql */ `
    -- One row per use, with the id of the activity that copied it.
    CREATE TABLE script_uses (
      id TEXT PRIMARY KEY,
      script_id TEXT NOT NULL REFERENCES scripts (id),
      agent_id TEXT REFERENCES agents (id),
      order_id TEXT REFERENCES orders (id) ON DELETE CASCADE,
      shop_id TEXT,
      task_id TEXT,
      step TEXT,
      reason TEXT,
      grade TEXT,
      hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
      at_ms INTEGER NOT NULL,
      outcome TEXT NOT NULL
        CHECK (outcome IN ('pending', 'recovered', 'retained', 'overtaken', 'lost', 'uncounted')),
      settled_at_ms INTEGER,
      import_run_id TEXT,
      CHECK (outcome <> 'pending' OR settled_at_ms IS NULL)
    ) STRICT;
    CREATE INDEX script_uses_by_order ON script_uses (order_id);
    -- What an agent used last.
    CREATE INDEX script_uses_by_agent ON script_uses (agent_id, at_ms, script_id);
    -- Holds all that is counted, so that no figure looks at the uses themselves.
    CREATE INDEX script_uses_by_situation
      ON script_uses (script_id, step, reason, grade, hour, shop_id, outcome) WHERE outcome <> 'uncounted';
    CREATE INDEX script_uses_by_run ON script_uses (import_run_id) WHERE import_run_id IS NOT NULL;

    -- K9: the orders and customers that a script was made or improved from.
    CREATE TABLE script_cases (
      id TEXT PRIMARY KEY,
      script_id TEXT NOT NULL REFERENCES scripts (id),
      order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
      note TEXT NOT NULL,
      -- The change of the script that came of it: an activity.
      change_id TEXT,
      agent_id TEXT REFERENCES agents (id),
      at_ms INTEGER NOT NULL,
      removed_at_ms INTEGER
    ) STRICT;
    CREATE INDEX script_cases_by_script ON script_cases (script_id, at_ms);
    CREATE INDEX script_cases_by_order ON script_cases (order_id);

    CREATE TABLE script_proposals (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('create', 'edit', 'archive')),
      script_id TEXT REFERENCES scripts (id),
      -- The script as the proposer saw it, and as it is to be; JSON.
      base TEXT,
      draft TEXT,
      reason TEXT NOT NULL,
      case_id TEXT REFERENCES script_cases (id) ON DELETE SET NULL,
      agent_id TEXT NOT NULL REFERENCES agents (id),
      at_ms INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'rejected', 'withdrawn')),
      decided_by TEXT REFERENCES agents (id),
      decided_at_ms INTEGER,
      decision_note TEXT,
      -- When the proposer read the answer.
      answer_seen_at_ms INTEGER,
      CHECK ((kind = 'create') = (base IS NULL)),
      CHECK ((kind = 'archive') = (draft IS NULL)),
      CHECK ((state = 'open') = (decided_at_ms IS NULL))
    ) STRICT;
    CREATE INDEX script_proposals_open ON script_proposals (at_ms) WHERE state = 'open';
    CREATE INDEX script_proposals_by_agent ON script_proposals (agent_id, at_ms);
    CREATE INDEX script_proposals_answered ON script_proposals (decided_at_ms)
      WHERE state IN ('accepted', 'rejected');

    -- Up to when an agent has seen all changes of scripts, and which scripts since.
    CREATE TABLE script_change_marks (
      agent_id TEXT PRIMARY KEY REFERENCES agents (id),
      seen_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE script_change_views (
      agent_id TEXT NOT NULL REFERENCES agents (id),
      script_id TEXT NOT NULL REFERENCES scripts (id),
      seen_at_ms INTEGER NOT NULL,
      PRIMARY KEY (agent_id, script_id)
    ) STRICT, WITHOUT ROWID;

    -- A greeting is copied a thousand times between two changes.
    CREATE INDEX activities_by_script_change ON activities (subject_id, at_ms)
      WHERE kind IN ('script-created', 'script-edited', 'script-archived', 'script-restored');
  `);
}

/** The uses of before this table, as the activities have them; the grade of that day is not known any more. */
function fillUses(db: WritableDb): void {
  db.exec(/* sql */ `
    INSERT INTO script_uses (id, script_id, agent_id, order_id, shop_id, task_id, step, reason, hour, at_ms, outcome)
    SELECT a.id, a.script_id, a.agent_id, o.id, o.shop_id, a.task_id,
      CASE WHEN json_extract(a.data, '$.step') LIKE 'agreed:%' THEN 'agreed' ELSE json_extract(a.data, '$.step') END,
      (SELECT json_extract(n.data, '$.reason') FROM activities n
        WHERE n.subject_kind = 'order' AND n.subject_id = o.id AND json_extract(n.data, '$.reason') IS NOT NULL
        ORDER BY n.at_ms DESC, n.rowid DESC LIMIT 1),
      ((a.at_ms + 28800000) / 3600000) % 24, a.at_ms,
      -- Only what was said for a chase is settled by a payment.
      CASE WHEN o.id IS NOT NULL AND t.kind = 'chase' THEN 'pending' ELSE 'uncounted' END
    FROM activities a
    JOIN scripts s ON s.id = a.script_id
    LEFT JOIN orders o ON a.subject_kind = 'order' AND o.id = a.subject_id
    LEFT JOIN tasks t ON t.id = a.task_id
    WHERE a.kind = 'script-copied' AND coalesce(json_extract(a.data, '$.part'), 1) = 1
  `);
}

/** Settled by what the imports have proved, none of which was undone. */
function settleUses(db: WritableDb): void {
  db.exec(/* sql */ `
    CREATE TEMP TABLE proofs AS
    SELECT a.subject_id AS order_id, a.kind, a.task_id, json_extract(a.data, '$.scriptCode') AS code,
      a.at_ms, a.import_run_id
    -- The plus: nearly all activities are about orders, so their index would read them in no order of the file.
    FROM activities a LEFT JOIN import_runs r ON r.id = a.import_run_id
    WHERE a.kind IN ('recovered', 'closed-unpaid') AND +a.subject_kind = 'order' AND r.undone_at_ms IS NULL;
    CREATE INDEX temp.proofs_by_order ON proofs (order_id);

    UPDATE script_uses SET settled_at_ms = p.at_ms, import_run_id = p.import_run_id,
      outcome = CASE
        WHEN p.kind = 'closed-unpaid' THEN 'lost'
        WHEN script_uses.at_ms > coalesce(o.paid_at_ms, p.at_ms) THEN 'uncounted'
        WHEN script_uses.task_id IS NOT p.task_id THEN 'overtaken'
        WHEN s.code IS NOT p.code THEN 'uncounted'
        WHEN script_uses.reason IN ('hesitating', 'price', 'mistake') THEN 'retained'
        ELSE 'recovered' END
    FROM proofs p, orders o, scripts s
    WHERE p.order_id = script_uses.order_id AND o.id = script_uses.order_id AND s.id = script_uses.script_id
      AND script_uses.outcome = 'pending';

    -- A script that was copied again for the same message was used once for it.
    UPDATE script_uses SET outcome = 'uncounted'
    WHERE outcome <> 'uncounted' AND EXISTS (SELECT 1 FROM script_uses later
      WHERE later.order_id = script_uses.order_id AND later.task_id IS script_uses.task_id
        AND later.script_id = script_uses.script_id AND later.outcome = script_uses.outcome
        AND (later.at_ms, later.id) > (script_uses.at_ms, script_uses.id));

    -- Paid without a chase that gets the credit, or an import that was undone since.
    UPDATE script_uses SET outcome = 'uncounted'
    WHERE outcome = 'pending'
      AND (SELECT status FROM orders WHERE orders.id = script_uses.order_id) <> 'unpaid';
    DROP TABLE temp.proofs;
  `);
}

import type { WritableDb } from '../connection.ts';

/** Script files that were imported. What one did to a script is in the activity; the way back starts from there. */
export function importScripts(db: WritableDb): void {
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

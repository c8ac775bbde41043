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
    `);
    learnFromScripts(db);
  },
};

import type { Migration } from './migration.ts';

/** O2, O3: a case keeps what its kind asks for, and the list of cases is read in its own order. */
export const caseFields: Migration = {
  name: 'case fields',
  up(db) {
    db.exec(/* sql */ `
      ALTER TABLE cases ADD COLUMN fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(fields));
      CREATE INDEX cases_open ON cases (ifnull(next_check_at_ms, step_due_at_ms)) WHERE state <> 'closed';
      CREATE INDEX cases_closed ON cases (closed_at_ms) WHERE state = 'closed';
    `);
  },
};

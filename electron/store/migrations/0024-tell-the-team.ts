import type { Migration } from './migration.ts';

/** K8: bulletins of the leads, with the receipts of those who have read them. */
export const tellTheTeam: Migration = {
  name: 'tell the team',
  up(db) {
    db.exec(/* sql */ `
      CREATE TABLE bulletins (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'closed')),
        author_id TEXT NOT NULL REFERENCES agents (id),
        topic TEXT NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        must_read_by_ms INTEGER,
        started_at_ms INTEGER NOT NULL,
        published_at_ms INTEGER,
        changed_at_ms INTEGER,
        closed_at_ms INTEGER,
        receipts TEXT NOT NULL CHECK (json_valid(receipts)),
        is_live INTEGER NOT NULL DEFAULT 0,
        CHECK ((state = 'draft') = (published_at_ms IS NULL)),
        CHECK ((state = 'closed') = (closed_at_ms IS NOT NULL))
      ) STRICT;
      CREATE INDEX bulletins_draft ON bulletins (author_id, started_at_ms) WHERE state = 'draft';
      CREATE INDEX bulletins_published ON bulletins (published_at_ms) WHERE published_at_ms IS NOT NULL;
      CREATE INDEX bulletins_live ON bulletins (published_at_ms) WHERE state = 'published';
    `);
  },
};

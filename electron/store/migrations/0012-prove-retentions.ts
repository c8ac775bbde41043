import type { Migration } from './migration.ts';

/** A2: when an agent said that an order is kept, and of which days an import has shown everything. */
export const proveRetentions: Migration = {
  name: 'prove retentions',
  up(db) {
    db.exec(/* sql */ `
      ALTER TABLE refunds ADD COLUMN retained_at_ms INTEGER;
      UPDATE refunds SET retained_at_ms = (
        SELECT max(a.at_ms) FROM activities a
        WHERE a.subject_kind = 'refund' AND a.subject_id = refunds.id AND a.kind = 'retention-noted')
      WHERE retention IS NOT NULL;
      CREATE INDEX refunds_by_retention ON refunds (retained_at_ms) WHERE retention IS NOT NULL;
      -- Earlier imports do not know it, so they prove nothing.
      ALTER TABLE import_runs ADD COLUMN covers_from_ms INTEGER;
      ALTER TABLE import_runs ADD COLUMN covers_until_ms INTEGER;
      CREATE INDEX import_runs_by_cover ON import_runs (shop_id, format) WHERE covers_from_ms IS NOT NULL;
      -- A shift of many deadlines looks for those that end soon.
      CREATE INDEX deadlines_by_end ON deadlines (kind, at_ms);
    `);
  },
};

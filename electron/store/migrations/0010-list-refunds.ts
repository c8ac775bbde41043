import { isOver, refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import type { Migration } from './migration.ts';
import { rebuildTable, registerShortIds, replaced } from './rebuild-table.ts';

/**
 * Agents write refunds down before an import shows them, so that these have no number yet. Which refunds go on is told
 * by their words alone; it is kept beside them, so that a list need not read what is over.
 */
export const listRefunds: Migration = {
  name: 'list refunds',
  up(db, onProgress) {
    registerShortIds(db);
    db.function('goes_on', { deterministic: true }, (status, intervention) => {
      const text = (word: unknown) => (typeof word === 'string' ? word : null);
      const state = refundStateOf({ platformStatus: text(status), intervention: text(intervention) });
      return Number(!isOver(state));
    });
    rebuildTable(db, 'refunds', {
      change: (sql) =>
        replaced(
          sql,
          ['refund_no TEXT NOT NULL', 'refund_no TEXT'],
          [
            'is_live INTEGER',
            'is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)), is_live INTEGER',
          ],
        ),
      values: { is_open: 'goes_on(old.platform_status, old.intervention)' },
      onRows: () => onProgress(0.5),
    });
    db.exec(/* sql */ `
      CREATE INDEX refunds_by_asking ON refunds (coalesce(applied_at_ms, first_seen_at_ms));
      CREATE INDEX refunds_open ON refunds (shop_id) WHERE is_open = 1;
      CREATE INDEX refunds_over ON refunds (coalesce(ended_at_ms, refunded_at_ms, applied_at_ms, first_seen_at_ms))
        WHERE is_open = 0;
    `);
  },
};

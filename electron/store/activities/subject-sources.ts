import type { SubjectKind } from '../../../shared/domain/subject.ts';

/**
 * The queries by which an activity finds the shop of its subject, because rights go by shop. `null`: subjects of the
 * kind may belong to several shops, or to none.
 */
const SHOP_OF = {
  order: 'SELECT shop_id FROM orders WHERE id = @subject_id',
  customer: null,
  case: 'SELECT shop_id FROM cases WHERE id = @subject_id',
  shop: '@subject_id',
  agent: null,
  script: 'SELECT shop_id FROM scripts WHERE id = @subject_id',
  'script-group': null,
  picture: null,
  app: null,
} as const satisfies Record<SubjectKind, string | null>;

export const SHOP_SQL = `CASE @subject_kind ${Object.entries(SHOP_OF)
  .flatMap(([kind, sql]) => (sql === null ? [] : [`WHEN '${kind}' THEN (${sql.replace(/^@/, 'SELECT @')})`]))
  .join(' ')} END`;

// That an order was imported stands nowhere but in the order and the run that added it. Runs that count never add
// orders with the same keys, so it is the last one that begins before the order.
export const IMPORTED_SQL = /* sql */ `
  SELECT run.id, run.at_ms, 'order-imported', 'order', o.id, NULL, NULL, NULL, run.id, '{}'
  FROM orders o
  CROSS JOIN import_runs run ON run.id = (
    SELECT id FROM import_runs WHERE first_order_key <= o.key AND undone_at_ms IS NULL
    ORDER BY first_order_key DESC LIMIT 1)
  WHERE @kind = 'order' AND o.id = @id AND run.last_order_key >= o.key`;

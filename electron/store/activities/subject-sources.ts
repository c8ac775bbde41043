import { SUBJECT_KINDS } from '../../../shared/domain/subjects/subject.ts';
import { SUBJECT_KIND_SPECS } from '../../../shared/domain/subjects/subject-kinds.ts';

/** Every kind of subject that has a table, with that table. */
export const STORED_SUBJECTS = SUBJECT_KINDS.flatMap((kind) => {
  const { table, shop } = SUBJECT_KIND_SPECS[kind];
  return table === null ? [] : [{ kind, table, shop }];
});

/** The shop of what an activity is about, because rights go by shop. */
export const SHOP_SQL = `CASE @subject_kind ${STORED_SUBJECTS.filter(({ shop }) => shop !== null)
  .map(({ kind, table, shop }) => `WHEN '${kind}' THEN (SELECT ${shop} FROM ${table} WHERE id = @subject_id)`)
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

import type { WritableDb } from './connection.ts';
import { rememberUntilWritten } from './remember-until-written.ts';

/** A task to do and what it is found by; one row for each title. */
type Findable = readonly [taskRowid: number, no: string | null, nick: string | null, title: string | null];

// Customers and items are looked at only where the order does not name them itself.
const FINDABLE_SQL = /* sql */ `
  SELECT t.rowid, o.no, coalesce(o.customer_nick, c.nick), coalesce(o.item_title, i.title)
  FROM tasks t INDEXED BY tasks_by_open_subject
  LEFT JOIN orders o ON t.subject_kind = 'order' AND o.id = t.subject_id
  LEFT JOIN customers c
    ON c.id = iif(o.customer_nick IS NULL, iif(t.subject_kind = 'order', o.customer_id, t.subject_id), NULL)
  LEFT JOIN order_items i ON i.order_id = iif(o.item_title IS NULL, o.id, NULL)
  WHERE t.state IN ('open', 'snoozed')`;

/**
 * Finds tasks to do by the start of an order number, or by part of a nick or a title. A look at 10 000 orders takes
 * longer than a keystroke may, so only the first one takes it.
 */
export function createTaskSearch(db: WritableDb) {
  const selectFindable = db.prepare<[], Findable>(FINDABLE_SQL).raw();
  const findable = rememberUntilWritten(db, () => selectFindable.all());
  // Page and counts ask for the same text.
  let last:
    | { readonly among: readonly Findable[]; readonly text: string; readonly found: string }
    | undefined;

  /** The rowids of the tasks, as JSON. */
  return (text: string): string => {
    const among = findable();
    if (last?.among !== among || last.text !== text) {
      const found = among.filter((row) => isFoundBy(row, text)).map(([taskRowid]) => taskRowid);
      last = { among, text, found: JSON.stringify(found) };
    }
    return last.found;
  };
}

function isFoundBy([, no, nick, title]: Findable, text: string): boolean {
  return (
    (no?.startsWith(text) ?? false) || (nick?.includes(text) ?? false) || (title?.includes(text) ?? false)
  );
}

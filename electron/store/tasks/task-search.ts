import type { TaskSubject } from '../../../shared/domain/task.ts';
import type { WritableDb } from '../connection.ts';
import { rememberUntilWritten } from '../remember-until-written.ts';

type ToDo = readonly [taskRowid: number, kind: TaskSubject['kind'], subjectId: string];
/** What a subject is found by; one row for each title. */
type WordsRow = readonly [subjectId: string, no: string | null, nick: string | null, title: string | null];
type Words = Readonly<Record<TaskSubject['kind'], Map<string, readonly WordsRow[]>>>;

const TO_DO_SQL = /* sql */ `
  SELECT t.rowid, t.subject_kind, t.subject_id FROM tasks t INDEXED BY tasks_by_open_subject
  WHERE t.state IN ('open', 'snoozed')`;

// Customers and items are looked at only where the order does not name them itself.
const WORDS_SQL = {
  order: /* sql */ `
    SELECT o.id, o.no, coalesce(o.customer_nick, c.nick), coalesce(o.item_title, i.title)
    FROM json_each(?) AS wanted CROSS JOIN orders o ON o.id = wanted.value
    LEFT JOIN customers c ON c.id = iif(o.customer_nick IS NULL, o.customer_id, NULL)
    LEFT JOIN order_items i ON i.order_id = iif(o.item_title IS NULL, o.id, NULL)`,
  customer: /* sql */ `
    SELECT c.id, NULL, c.nick, NULL FROM json_each(?) AS wanted CROSS JOIN customers c ON c.id = wanted.value`,
} as const satisfies Record<TaskSubject['kind'], string>;

/** So many orders take a few milliseconds. */
const LEARNED_AT_ONCE = 500;

type Memory = { readonly tasks: readonly ToDo[]; readonly words: Words };

/**
 * Finds tasks to do by the start of an order number, or by part of a nick or a title. To look 10 000 orders up takes
 * longer than a keystroke may, so it is done once, and again after an import.
 */
export function createTaskSearch(db: WritableDb) {
  const selectToDo = db.prepare<[], ToDo>(TO_DO_SQL).raw();
  const selectWords = {
    order: db.prepare<[string], WordsRow>(WORDS_SQL.order).raw(),
    customer: db.prepare<[string], WordsRow>(WORDS_SQL.customer).raw(),
  };
  const toDo = rememberUntilWritten(db, ['tasks'], () => selectToDo.all());
  const noWords = (): Words => ({ order: new Map(), customer: new Map() });
  const knownWords = rememberUntilWritten(db, ['orders', 'order_items', 'customers'], noWords);
  const remembered = (): Memory => ({ tasks: toDo(), words: knownWords() });
  // Page and counts ask for the same text.
  let last: (Memory & { readonly text: string; readonly found: string }) | undefined;

  /** Of each subject once; whoever else is learning may have been quicker. */
  function* learn({ tasks, words }: Memory): Generator<undefined> {
    for (const kind of ['order', 'customer'] as const) {
      const known = words[kind];
      const isUnknown = (id: string) => !known.has(id);
      const subjects = tasks.filter((task) => task[1] === kind).map(([, , id]) => id);
      const unknown = [...new Set(subjects.filter(isUnknown))];
      for (let from = 0; from < unknown.length; from += LEARNED_AT_ONCE) {
        const ids = unknown.slice(from, from + LEARNED_AT_ONCE).filter(isUnknown);
        const rows = Map.groupBy(selectWords[kind].all(JSON.stringify(ids)), ([id]) => id);
        for (const id of ids) known.set(id, rows.get(id) ?? []);
        yield;
      }
    }
  }

  return {
    /** Looks up what a search needs, a little at a time, for whoever must not wait for all of it at once. */
    learnWords: (): Generator<undefined> => learn(remembered()),
    /** The rowids of the tasks, as JSON. */
    find(text: string): string {
      const { tasks, words } = remembered();
      if (last?.tasks !== tasks || last.words !== words || last.text !== text) {
        const left = learn({ tasks, words });
        while (left.next().done !== true);
        const found = tasks.filter(([, kind, id]) =>
          words[kind].get(id)?.some((row) => isFoundBy(row, text)),
        );
        last = { tasks, words, text, found: JSON.stringify(found.map(([taskRowid]) => taskRowid)) };
      }
      return last.found;
    },
  };
}

function isFoundBy([, no, nick, title]: WordsRow, text: string): boolean {
  return (
    (no?.startsWith(text) ?? false) || (nick?.includes(text) ?? false) || (title?.includes(text) ?? false)
  );
}

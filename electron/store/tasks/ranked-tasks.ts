import type { RankedTask } from '../../../shared/domain/tasks/queue-place.ts';
import type { WritableDb } from '../connection.ts';
import { createOtherWrites } from '../other-writes.ts';

/** Named as the task is, so that the rows are the tasks: to make 10 000 of them anew takes longer than to read them. */
const COLUMNS = /* sql */ `t.rowid AS rowid, t.matter, t.attention_at_ms AS attentionAtMs, t.amount_at_risk_fen AS amountFen,
  t.expires_at_ms AS expiresAtMs, t.kind, t.shop_id AS shopId, t.owner_id AS ownerId, t.subject_kind AS subjectKind,
  t.subject_id AS subjectId, t.ends_at_ms AS endsAtMs, t.advice_kind IS 'advised-against' AS isAgainst,
  t.is_promise AS isPromise, t.given_by_id IS NOT NULL AS isGiven`;
const TO_DO = `t.state IN ('open', 'snoozed')`;

/** One index holds all of it, so that no task is looked at. */
const ALL_SQL = `SELECT ${COLUMNS} FROM tasks t INDEXED BY tasks_by_matter WHERE ${TO_DO}`;
const CHANGED_SQL = /* sql */ `
  SELECT ${COLUMNS} FROM (SELECT DISTINCT task_rowid FROM temp.changed_tasks WHERE no > ?) c
  CROSS JOIN tasks t ON t.rowid = c.task_rowid WHERE ${TO_DO}`;

/** From so many on it is quicker to read all of them anew. */
const MOST_CHANGED = 2000;
/** So many notes stay for others who look at the same connection. */
const NOTES_KEPT = 2 * MOST_CHANGED;

/** The tasks to do; another object as soon as one of them has changed. */
export type RankedTasks = {
  readonly byRowid: ReadonlyMap<number, RankedTask>;
  readonly byMatter: ReadonlyMap<string, readonly [RankedTask, ...RankedTask[]]>;
};

type Kept = {
  readonly byRowid: Map<number, RankedTask>;
  readonly byMatter: Map<string, [RankedTask, ...RankedTask[]]>;
};

function put({ byRowid, byMatter }: Kept, task: RankedTask): void {
  byRowid.set(task.rowid, task);
  const own = byMatter.get(task.matter);
  if (own) own.push(task);
  else byMatter.set(task.matter, [task]);
}

function take({ byRowid, byMatter }: Kept, rowid: number): void {
  const task = byRowid.get(rowid);
  if (task === undefined) return;
  byRowid.delete(rowid);
  const [first, ...rest] = (byMatter.get(task.matter) ?? []).filter((one) => one.rowid !== rowid);
  if (first === undefined) byMatter.delete(task.matter);
  else byMatter.set(task.matter, [first, ...rest]);
}

/** Has this connection note the tasks that it writes to; a transaction that is taken back takes its notes with it. */
function noteChanges(db: WritableDb): void {
  db.exec(/* sql */ `
    CREATE TEMP TABLE IF NOT EXISTS changed_tasks (
      no INTEGER PRIMARY KEY AUTOINCREMENT, task_rowid INTEGER NOT NULL) STRICT`);
  // A reminder that was shown, as thousands are after a night, changes nothing that the queue is ranked by.
  const ranked = db
    .prepare<[], string>(`SELECT name FROM pragma_index_info('tasks_by_matter')`)
    .pluck()
    .all();
  for (const [write, row, columns] of [
    ['INSERT', 'new', ''],
    ['UPDATE', 'new', `OF ${ranked.join(', ')}`],
    ['DELETE', 'old', ''],
  ] as const) {
    db.exec(/* sql */ `
      CREATE TEMP TRIGGER IF NOT EXISTS rank_${write}_tasks AFTER ${write} ${columns} ON main.tasks BEGIN
        INSERT INTO changed_tasks (task_rowid) VALUES (${row}.rowid);
      END`);
  }
}

function prepareNotes(db: WritableDb) {
  noteChanges(db);
  const [first, last] = ['min', 'max'].map((end) =>
    db.prepare<[], number | null>(`SELECT ${end}(no) FROM temp.changed_tasks`).pluck(),
  );
  return {
    firstNo: () => first?.get() ?? 0,
    lastNo: () => last?.get() ?? 0,
    rowids: db
      .prepare<[number], number>('SELECT DISTINCT task_rowid FROM temp.changed_tasks WHERE no > ?')
      .pluck(),
    rows: db.prepare<[number], RankedTask>(CHANGED_SQL),
    forget: db.prepare<[number]>('DELETE FROM temp.changed_tasks WHERE no <= ?'),
  };
}
type Notes = ReturnType<typeof prepareNotes>;
/** With the last write of another connection, and the last note of this one, that it holds. */
type Remembered = Kept & { readonly otherWrites: number; readonly lastNo: number };

/**
 * The facts that the queue is ranked by and searched for, kept in memory: to gather 10 000 tasks by their matters takes
 * longer than a click may. Of what this connection has written it reads those tasks again, after another one has
 * written, all of them.
 */
export function createRankedTasks(db: WritableDb): () => RankedTasks {
  const selectAll = db.prepare<[], RankedTask>(ALL_SQL);
  const countOtherWrites = createOtherWrites(db);
  let kept: Remembered | undefined;
  let notes: Notes | undefined;

  function readAll(): Kept {
    const all: Kept = { byRowid: new Map(), byMatter: new Map() };
    for (const row of selectAll.all()) put(all, row);
    return all;
  }

  /** Brings what is kept up to what the notes say; they may be too many for that, or gone. */
  function follow(known: Remembered, { rowids, rows, firstNo }: Notes, lastNo: number): Remembered {
    if (lastNo - known.lastNo > MOST_CHANGED || known.lastNo < firstNo() - 1) {
      return { ...readAll(), otherWrites: known.otherWrites, lastNo };
    }
    for (const rowid of rowids.all(known.lastNo)) take(known, rowid);
    for (const row of rows.all(known.lastNo)) put(known, row);
    return { ...known, lastNo };
  }

  return () => {
    // An open transaction may still be rolled back, so what it has written is not kept.
    if (db.inTransaction) return readAll();
    notes ??= prepareNotes(db);
    const otherWrites = countOtherWrites();
    const lastNo = notes.lastNo();
    if (kept?.otherWrites !== otherWrites) kept = { ...readAll(), otherWrites, lastNo };
    else if (kept.lastNo !== lastNo) kept = follow(kept, notes, lastNo);
    if (lastNo - notes.firstNo() > NOTES_KEPT) notes.forget.run(lastNo - MOST_CHANGED);
    return kept;
  };
}

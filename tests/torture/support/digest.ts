import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;

function digest(db: Database.Database): string {
  const hash = createHash('sha256');
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .pluck()
    .all();
  for (const table of tables) {
    const rows = db.prepare<[], Row>(`SELECT * FROM "${table}"`).all();
    // Reminders are cleared by the clock, and not by an act.
    const acted = table === 'tasks' ? rows.map((row) => ({ ...row, reminder_at_ms: null })) : rows;
    const texts = acted.map((row) => JSON.stringify(row));
    hash.update(`${table} ${texts.toSorted().join('\n')}\n`);
  }
  return hash.digest('hex');
}

/** All that the store holds in one word, whatever its pages look like. */
export function digestOf(path: string): string {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return digest(db);
  } finally {
    db.close();
  }
}

import { pinyinInitialsOf } from '../../../shared/domain/pinyin-initials.ts';
import {
  forEachWith,
  type TextPool,
  textPoolOf,
} from '../../../shared/domain/scripts/script-search/text-pool.ts';
import type { WritableDb } from '../connection.ts';
import { rememberUntilWritten } from '../remember-until-written.ts';

type NickRow = { readonly rowid: number; readonly id: string; readonly nick: string };

type Chunk = { readonly rowids: readonly number[]; readonly nicks: TextPool; readonly initials: TextPool };

/** So many take a few milliseconds, and no click waits for longer than that. */
const READ_AT_ONCE = 1500;

/**
 * The nicks of all customers as a few long strings, because no index of SQLite finds the middle of a word of two
 * characters, and one that did would make every import slower. The pool only says where to look: the search then looks
 * the customer up, so that one who is gone, or is another by now, is never shown.
 */
export function createNickPool(db: WritableDb) {
  const selectBehind = db.prepare<[number, number], NickRow>(/* sql */ `
    SELECT rowid, id, lower(nick) AS nick FROM customers WHERE rowid > ? AND is_masked = 0 ORDER BY rowid LIMIT ?`);
  const selectId = db.prepare<[number], string>('SELECT id FROM customers WHERE rowid = ?').pluck();
  // A new value after every write, as a mark that there may be more to read.
  const written = rememberUntilWritten(db, ['customers'], () => Symbol('written'));

  let chunks: Chunk[] = [];
  let last: { readonly rowid: number; readonly id: string } | null = null;
  let readAt: symbol | null = null;

  /** A rowid is given again only after the last one was removed, as an import that is taken back does. */
  function dropIfShrunk(): void {
    if (last === null || selectId.get(last.rowid) === last.id) return;
    chunks = [];
    last = null;
  }

  function* learn(): Generator<undefined> {
    const mark = written();
    if (mark === readAt) return;
    dropIfShrunk();
    for (;;) {
      const rows = selectBehind.all(last?.rowid ?? -1, READ_AT_ONCE);
      const newest = rows.at(-1);
      if (newest === undefined) break;
      chunks.push({
        rowids: rows.map(({ rowid }) => rowid),
        nicks: textPoolOf(rows.map(({ nick }) => nick)),
        initials: textPoolOf(rows.map(({ nick }) => pinyinInitialsOf(nick))),
      });
      last = newest;
      yield;
    }
    readAt = mark;
  }

  function find(text: string, atMost: number, poolOf: (chunk: Chunk) => TextPool): number[] {
    const found: number[] = [];
    for (const chunk of chunks.toReversed()) {
      forEachWith(poolOf(chunk), text, (index) => {
        if (found.length < atMost) found.push(chunk.rowids[index] ?? 0);
      });
      if (found.length >= atMost) break;
    }
    return found;
  }

  return {
    /** Reads what is not read yet, a little at a time. */
    learn,
    /** The rowids of the customers read so far in whose nick the text stands, the newest first. */
    withPart: (text: string, atMost: number): number[] => find(text, atMost, ({ nicks }) => nicks),
    withInitials: (text: string, atMost: number): number[] => find(text, atMost, ({ initials }) => initials),
  };
}

import type { RawRow } from '../raw-row.ts';
import { MAX_COLUMNS, MAX_ROWS, TOO_FAR_RIGHT, tooManyRows } from '../table-limits.ts';

type GridCell = {
  readonly text: string;
  /** Position from 0, where it is stated; else behind the cell before it. */
  readonly column?: number | undefined;
  /** Columns and rows that it covers, itself among them. */
  readonly across: number;
  readonly down: number;
};

type Carried = { readonly text: string; rows: number };

/**
 * The rows of a table whose cells may cover others. What covers several rows is said of each of them: every row is
 * read by itself. What covers several columns stands in the first.
 */
export function createGridRows() {
  let done: RawRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let isTooWide = false;
  /** By column: what cells of the rows before cover of this one, and what those of this one cover of the next. */
  const carried = new Map<number, Carried>();
  const started = new Map<number, Carried>();

  function put(at: number, text: string): void {
    if (text === '') return;
    if (at >= MAX_COLUMNS) {
      isTooWide = true;
      return;
    }
    while (cells.length < at) cells.push('');
    cells[at] = text;
  }

  function carry(): void {
    for (const [at, { text }] of carried) put(at, text);
  }

  function free(from: number): number {
    let at = from;
    while (carried.has(at)) at++;
    return at;
  }

  return {
    startRow(stated?: number): void {
      row = stated !== undefined && stated > row ? stated : row + 1;
      if (row > MAX_ROWS) throw tooManyRows();
      cells = [];
      column = 0;
      isTooWide = false;
      carry();
    },
    add({ text, column: stated, across, down }: GridCell): void {
      const at = stated ?? free(column);
      put(at, text);
      column = at + Math.min(across, MAX_COLUMNS);
      if (down <= 1) return;
      for (let covered = at; covered < Math.min(column, MAX_COLUMNS); covered++) {
        started.set(covered, { text: covered === at ? text : '', rows: down - 1 });
      }
    },
    endRow(damage = isTooWide ? TOO_FAR_RIGHT : undefined): void {
      done.push(damage === undefined ? { row, cells } : { row, cells, damage });
      for (const [at, one] of carried) if (--one.rows === 0) carried.delete(at);
      for (const [at, one] of started) carried.set(at, one);
      started.clear();
    },
    take(): readonly RawRow[] {
      const taken = done;
      done = [];
      return taken;
    },
  };
}

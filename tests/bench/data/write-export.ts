import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeText } from '../../support/export-files.ts';
import { benchFolder } from './make-store.ts';

export type ExportPair = {
  /** As 淘宝 writes it: GB18030, `="…"` for the number in the first column, CRLF. */
  readonly gb18030: string;
  /** The same cells as any other program would want them. */
  readonly utf8: string;
  readonly columns: readonly string[];
};

const ROWS_PER_WRITE = 2000;

export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

export function beijingTime(ms: number | null): string {
  if (ms === null) return '';
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

type Written = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<Readonly<Record<string, string>>>;
};

/** The rows as the platform's file, and as plain UTF-8. */
export function writeExport({ name, columns, rows }: Written): ExportPair {
  const folder = join(benchFolder, 'work', 'export');
  mkdirSync(folder, { recursive: true });
  const pair = {
    gb18030: join(folder, `${name}.csv`),
    utf8: join(folder, `${name}.utf8.csv`),
    columns,
  };
  const gb18030 = openSync(pair.gb18030, 'w');
  const utf8 = openSync(pair.utf8, 'w');
  let [shop, plain, pending] = [`${columns.map(quoted).join(',')}\r\n`, '', 0];
  const flush = () => {
    writeSync(gb18030, encodeText(shop, 'gb18030'));
    writeSync(utf8, plain);
    [shop, plain, pending] = ['', '', 0];
  };
  for (const row of rows) {
    const cells = columns.map((column) => row[column.trim()] ?? '');
    const [no = '', ...rest] = cells;
    shop += `="${no}",${rest.map(quoted).join(',')}\r\n`;
    plain += `${cells.map(quoted).join(',')}\n`;
    pending++;
    if (pending === ROWS_PER_WRITE) flush();
  }
  flush();
  closeSync(gb18030);
  closeSync(utf8);
  return pair;
}

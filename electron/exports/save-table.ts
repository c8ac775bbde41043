import { extname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { JobWork } from '../kernel/jobs/job.ts';
import { stopIfAsked } from '../kernel/jobs/stopped-error.ts';
import { csvPieces } from './csv.ts';
import { saveInPieces } from './save-file.ts';
import type { Table } from './table.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** How often a long export looks whether it should stop, and says how far it is. */
const ROWS_PER_LOOK = 500;

type Watch = Pick<JobWork<unknown>, 'shouldStop' | 'onProgress'>;
const UNWATCHED: Watch = { shouldStop: () => false, onProgress: () => {} };

export type SaveTable = (path: string, table: Table, watch?: Watch) => { readonly rows: number };

/**
 * Writes the table row by row, whole or not at all; the ending of the path says how: `.xlsx` or `.csv`. A file that
 * Excel holds open cannot be replaced, and the agent is told so.
 */
export function saveTable(path: string, table: Table, watch = UNWATCHED): { readonly rows: number } {
  const ending = extname(path).toLowerCase();
  if (ending !== '.xlsx' && ending !== '.csv') {
    throw new AppError('invalid-input', `导出文件须以 .xlsx 或 .csv 结尾：${path}`);
  }
  const total = rowCountOf(table);
  let rows = 0;
  function* counted() {
    for (const row of table.rows) {
      if (rows % ROWS_PER_LOOK === 0) {
        stopIfAsked(watch.shouldStop);
        watch.onProgress(rows, total);
      }
      rows++;
      yield row;
    }
    stopIfAsked(watch.shouldStop);
    watch.onProgress(rows, rows);
  }
  const watched = { ...table, rows: counted() };
  saveInPieces(path, (append) => {
    if (ending === '.xlsx') writeWorkbook(watched, append);
    else for (const piece of csvPieces(watched)) append(Buffer.from(piece));
  });
  return { rows };
}

function rowCountOf({ rows, rowCount }: Table): number | null {
  return Array.isArray(rows) ? rows.length : (rowCount ?? null);
}

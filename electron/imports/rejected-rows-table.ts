import { AppError } from '../../shared/errors.ts';
import type { Table } from '../exports/table.ts';
import type { ReadExport } from './reading/read-export.ts';

/**
 * The rows of the file that cannot be imported, as the file has them, with the reason behind each: corrected and saved,
 * the table is an export again.
 */
export function rejectedRowsTable(readExport: ReadExport, path: string): Table {
  const reading = readExport(path, {});
  if (reading.kind === 'unreadable') throw new AppError('invalid-input', reading.reason);
  const header = reading.header();
  const rows: string[][] = [];
  for (const row of reading.rows()) {
    if (row.kind !== 'rejected') continue;
    const { row: number, column, reason } = row.rejected;
    const cells = header.map((_, index) => row.cells[index] ?? '');
    rows.push([...cells, String(number), `${column}：${reason}`]);
  }
  const columns = [...header, '原行号', '未导入原因'].map((text) => ({
    header: text,
    kind: 'text' as const,
  }));
  return { name: '未导入的行', columns, rows };
}

import { AppError } from '../../shared/errors.ts';
import type { Table } from '../exports/table.ts';
import type { ExportReading, ReadableExport } from './reading/read-export.ts';

/**
 * The rows of the file that cannot be imported, as the file has them, with the reason behind each: corrected and saved,
 * the table is an export again.
 */
export function rejectedRowsTable(reading: ExportReading): Table {
  if (reading.kind === 'unreadable') throw new AppError('invalid-input', reading.reason);
  const columns = [...reading.header(), '原行号', '未导入原因'].map((text) => ({
    header: text,
    kind: 'text' as const,
  }));
  return { name: '未导入的行', columns, rows: rejectedRows(reading) };
}

function* rejectedRows(reading: ReadableExport): Generator<string[]> {
  const header = reading.header();
  for (const row of reading.rows()) {
    if (row.kind !== 'rejected') continue;
    const { sheet, row: number, column, reason } = row.rejected;
    const place = sheet === undefined ? String(number) : `${sheet} ${number}`;
    yield [...header.map((_, index) => row.cells[index] ?? ''), place, `${column}：${reason}`];
  }
}

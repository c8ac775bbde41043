import { assertNever } from '../../../shared/errors.ts';
import { htmlReadings } from './markup/html-table.ts';
import { openXmlSheets } from './markup/xml-sheets.ts';
import type { Progress, Table, TableReading } from './raw-row.ts';
import { examineFile } from './text/file-pieces.ts';
import { HEAD_BYTES, sniffFile } from './text/sniff-file.ts';
import { textReadings } from './text/text-table.ts';
import { reasonOfUnreadable } from './unreadable-file.ts';
import { openWorkbookTables } from './xlsx/xlsx-workbook.ts';

export type ListedTables =
  | { readonly kind: 'tables'; readonly sha256: string; readonly tables: readonly TableReading[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Every way in which the file can be read as a table, the likeliest first; the caller, who knows the columns, chooses.
 */
export function listTables(path: string, progress: Progress): ListedTables {
  try {
    return list(path, progress);
  } catch (error) {
    const reason = reasonOfUnreadable(error);
    if (reason === undefined) throw error;
    return { kind: 'unreadable', reason };
  }
}

function list(path: string, progress: Progress): ListedTables {
  const facts = examineFile(path, progress, HEAD_BYTES);
  const sniffed = sniffFile(path, facts);
  const listed = (tables: readonly TableReading[]): ListedTables => ({
    kind: 'tables',
    sha256: facts.sha256,
    tables,
  });
  switch (sniffed.kind) {
    case 'unreadable':
      return sniffed;
    case 'zip':
      return listed(sheetReadings(openWorkbookTables(path, progress), progress));
    case 'xml-sheets':
      return listed(sheetReadings(openXmlSheets(path, progress), progress));
    case 'html':
      return listed(htmlReadings(path, sniffed.encodings, progress));
    case 'text':
      return listed(textReadings(path, facts.head, sniffed.encodings));
    default:
      return assertNever(sniffed);
  }
}

function sheetReadings(tables: readonly Table[], { shouldStop }: Progress): TableReading[] {
  const stop = shouldStop ? { shouldStop } : {};
  return tables.map((table) => ({ table, head: () => table.rows(stop) }));
}

import { assertNever } from '../../../shared/errors.ts';
import { openHtmlTable } from './markup/html-table.ts';
import { openXmlSheets } from './markup/xml-sheets.ts';
import { type Progress, type ReadingLimits, stopOnly, type Table, type TableReading } from './raw-row.ts';
import { examineFile, type FileFacts } from './text/file-pieces.ts';
import { HEAD_BYTES, sniffFile } from './text/sniff-file.ts';
import { textReadings } from './text/text-table.ts';
import { reasonOfUnreadable } from './unreadable-file.ts';
import { openWorkbookTables } from './xlsx/xlsx-workbook.ts';

type Unreadable = { readonly kind: 'unreadable'; readonly reason: string };

export type ListedTables =
  | { readonly kind: 'tables'; readonly sha256: string; readonly tables: readonly TableReading[] }
  | Unreadable;

/** Each of the sheets is a table of its own; of a page or a text, each is another way to read the same one. */
export type FileReadings =
  | { readonly kind: 'sheets' | 'page' | 'text'; readonly readings: readonly TableReading[] }
  | Unreadable;

type Reading = {
  readonly facts: FileFacts;
  readonly progress: Progress;
  readonly limits?: ReadingLimits | undefined;
};

/**
 * Every way in which the file can be read as a table, the likeliest first; the caller, who knows the columns, chooses.
 */
export function listTables(path: string, progress: Progress): ListedTables {
  try {
    const facts = examineFile(path, progress, HEAD_BYTES);
    const found = readingsOf(path, { facts, progress });
    if (found.kind === 'unreadable') return found;
    return { kind: 'tables', sha256: facts.sha256, tables: found.readings };
  } catch (error) {
    const reason = reasonOfUnreadable(error);
    if (reason === undefined) throw error;
    return { kind: 'unreadable', reason };
  }
}

export function readingsOf(path: string, { facts, progress, limits }: Reading): FileReadings {
  const toReading = (table: Table): TableReading => ({ table, head: () => table.rows(stopOnly(progress)) });
  const sniffed = sniffFile(path, facts);
  switch (sniffed.kind) {
    case 'unreadable':
      return sniffed;
    case 'zip':
      return { kind: 'sheets', readings: openWorkbookTables(path, progress, limits).map(toReading) };
    case 'xml-sheets':
      return { kind: 'sheets', readings: openXmlSheets(path, progress, limits).map(toReading) };
    case 'html':
      return {
        kind: 'page',
        readings: sniffed.encodings.map((encoding) => toReading(openHtmlTable(path, encoding))),
      };
    case 'text':
      return { kind: 'text', readings: textReadings(path, facts.head, sniffed.encodings) };
    default:
      return assertNever(sniffed);
  }
}

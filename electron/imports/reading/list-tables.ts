import { assertNever } from '../../../shared/errors.ts';
import type { Progress, TableReading } from './raw-row.ts';
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
  switch (sniffed.kind) {
    case 'unreadable':
      return sniffed;
    case 'zip': {
      const tables = openWorkbookTables(path, progress);
      return {
        kind: 'tables',
        sha256: facts.sha256,
        tables: tables.map((table) => ({ table, head: () => table.rows({}) })),
      };
    }
    case 'text':
      return {
        kind: 'tables',
        sha256: facts.sha256,
        tables: textReadings(path, facts.head, sniffed.encodings),
      };
    default:
      return assertNever(sniffed);
  }
}

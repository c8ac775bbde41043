import { assertNever } from '../../../shared/errors.ts';
import { detectFormat, explainUnknown } from './columns/detect-format.ts';
import { findHeader, type Header, type HeaderSearch } from './columns/find-header.ts';
import type { Progress, Table } from './raw-row.ts';
import type { FileFacts } from './text/file-pieces.ts';
import { sniffFile } from './text/sniff-file.ts';
import { type TextEncoding, textReadings } from './text/text-table.ts';
import { openWorkbookTables } from './xlsx/xlsx-workbook.ts';

export type OpenedTable = { readonly kind: 'table'; readonly table: Table; readonly header: Header };
export type Opened = OpenedTable | { readonly kind: 'unreadable'; readonly reason: string };

export function openTable(path: string, facts: FileFacts, progress: Progress): Opened {
  const sniffed = sniffFile(path, facts);
  switch (sniffed.kind) {
    case 'unreadable':
      return sniffed;
    case 'zip':
      return openFirstExport(openWorkbookTables(path, progress));
    case 'text':
      return openText(path, facts.head, sniffed.encodings);
    default:
      return assertNever(sniffed);
  }
}

/** The reading under which most column names are known is the right one. */
function openText(path: string, head: Buffer, encodings: readonly TextEncoding[]): Opened {
  const candidates = textReadings(path, head, encodings).map((reading) => ({
    table: reading.table,
    search: findHeader(reading.head()),
  }));
  return chooseBest(candidates);
}

type Candidate = { readonly table: Table; readonly search: HeaderSearch };

function chooseBest(candidates: readonly Candidate[]): Opened {
  let chosen: OpenedTable | undefined;
  for (const { table, search } of candidates) {
    const { best } = search;
    if (best && best.knownCount > (chosen?.header.knownCount ?? 0))
      chosen = { kind: 'table', table, header: best };
  }
  return chosen ?? { kind: 'unreadable', reason: explainUnknown(widestRows(candidates)) };
}

/** Where nothing is known, the reading that splits the text at all tells the agent most. */
function widestRows(candidates: readonly Candidate[]): HeaderSearch['firstRows'] {
  const width = ({ search }: Candidate) => Math.max(0, ...search.firstRows.map((row) => row.length));
  let widest = candidates[0];
  for (const candidate of candidates) {
    if (widest === undefined || width(candidate) > width(widest)) widest = candidate;
  }
  return widest?.search.firstRows ?? [];
}

/** The sheets come in the order in which they are likely to be the export. */
function openFirstExport(tables: Iterable<Table>): Opened {
  const passedOver: Candidate[] = [];
  for (const table of tables) {
    const search = findHeader(table.rows({}));
    const { best } = search;
    if (best && detectFormat(best.headers).kind === 'format') return { kind: 'table', table, header: best };
    passedOver.push({ table, search });
  }
  return chooseBest(passedOver);
}

import { assertNever } from '../../../shared/errors.ts';
import type { FileCatalogue } from '../kinds/file-catalogue.ts';
import { findHeader, type Header, type HeaderSearch } from './columns/find-header.ts';
import type { Progress, Table, TableReading } from './raw-row.ts';
import type { FileFacts } from './text/file-pieces.ts';
import { sniffFile } from './text/sniff-file.ts';
import { textReadings } from './text/text-table.ts';
import { openWorkbookTables } from './xlsx/xlsx-workbook.ts';

export type OpenedTable = { readonly kind: 'table'; readonly table: Table; readonly header: Header };
export type Opened = OpenedTable | { readonly kind: 'unreadable'; readonly reason: string };

type Opening = {
  readonly facts: FileFacts;
  readonly progress: Progress;
  readonly catalogue: FileCatalogue;
};

export function openTable(path: string, { facts, progress, catalogue }: Opening): Opened {
  const sniffed = sniffFile(path, facts);
  switch (sniffed.kind) {
    case 'unreadable':
      return sniffed;
    case 'zip':
      return openFirstExport(openWorkbookTables(path, progress), catalogue);
    case 'text':
      return openText(textReadings(path, facts.head, sniffed.encodings), catalogue);
    default:
      return assertNever(sniffed);
  }
}

/** The reading under which most column names are known is the right one. */
function openText(readings: readonly TableReading[], catalogue: FileCatalogue): Opened {
  const candidates = readings.map((reading) => ({
    table: reading.table,
    search: findHeader(reading.head(), catalogue.countKnown),
  }));
  return chooseBest(candidates, catalogue);
}

type Candidate = { readonly table: Table; readonly search: HeaderSearch };

function chooseBest(candidates: readonly Candidate[], catalogue: FileCatalogue): Opened {
  let chosen: OpenedTable | undefined;
  for (const { table, search } of candidates) {
    const { best } = search;
    if (best && best.knownCount > (chosen?.header.knownCount ?? 0))
      chosen = { kind: 'table', table, header: best };
  }
  return chosen ?? { kind: 'unreadable', reason: catalogue.explainUnknown(widestRows(candidates)) };
}

/** If no column is known, the agent learns most from the reading that splits the text at all. */
function widestRows(candidates: readonly Candidate[]): HeaderSearch['firstRows'] {
  const width = ({ search }: Candidate) => Math.max(0, ...search.firstRows.map((row) => row.length));
  let widest = candidates[0];
  for (const candidate of candidates) {
    if (widest === undefined || width(candidate) > width(widest)) widest = candidate;
  }
  return widest?.search.firstRows ?? [];
}

/** The sheets come in the order in which they are likely to be the export. */
function openFirstExport(tables: Iterable<Table>, catalogue: FileCatalogue): Opened {
  const passedOver: Candidate[] = [];
  for (const table of tables) {
    const search = findHeader(table.rows({}), catalogue.countKnown);
    const { best } = search;
    if (best && catalogue.detect(best.headers).kind !== 'unreadable')
      return { kind: 'table', table, header: best };
    passedOver.push({ table, search });
  }
  return chooseBest(passedOver, catalogue);
}

import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';
import { assertNever } from '../../../shared/errors.ts';
import type { FileCatalogue } from '../kinds/file-catalogue.ts';
import { chooseSheets } from './choose-sheets.ts';
import { findHeader, type Header, type HeaderSearch } from './columns/find-header.ts';
import { htmlReadings } from './markup/html-table.ts';
import { openXmlSheets } from './markup/xml-sheets.ts';
import type { Progress, ReadingLimits, Table, TableReading } from './raw-row.ts';
import type { FileFacts } from './text/file-pieces.ts';
import { sniffFile } from './text/sniff-file.ts';
import { textReadings } from './text/text-table.ts';
import { openWorkbookTables } from './xlsx/xlsx-workbook.ts';

export type OpenedTable = { readonly table: Table; readonly header: Header };
export type OpenedTables = {
  readonly kind: 'tables';
  /** The first one decides which kind of record the file is about. */
  readonly tables: readonly [OpenedTable, ...OpenedTable[]];
  readonly leftOut: readonly LeftOutSheet[];
};
export type Opened = OpenedTables | { readonly kind: 'unreadable'; readonly reason: string };

type Opening = {
  readonly facts: FileFacts;
  readonly progress: Progress;
  readonly catalogue: FileCatalogue;
  readonly limits?: ReadingLimits;
};

export function openTables(path: string, { facts, progress, catalogue, limits }: Opening): Opened {
  const sniffed = sniffFile(path, facts);
  switch (sniffed.kind) {
    case 'unreadable':
      return sniffed;
    case 'zip':
      return openSheets(openWorkbookTables(path, progress, limits), { catalogue, progress });
    case 'xml-sheets':
      return openSheets(openXmlSheets(path, progress, limits), { catalogue, progress });
    case 'html':
      return openPage(htmlReadings(path, sniffed.encodings, progress), catalogue);
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
    if (best && best.knownCount > (chosen?.header.knownCount ?? 0)) chosen = { table, header: best };
  }
  if (chosen) return { kind: 'tables', tables: [chosen], leftOut: [] };
  return { kind: 'unreadable', reason: catalogue.explainUnknown(widestRows(candidates)) };
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

const NO_TABLE_ON_PAGE =
  '这是网页，里面没有表格（登录失效时，下载到的会是登录页）；请重新登录商家后台，再导出一次';

/** Some tools export a web page. So does a back office that has logged the agent out. */
function openPage(readings: readonly TableReading[], catalogue: FileCatalogue): Opened {
  const opened = openText(readings, catalogue);
  const isEmpty = readings.every(({ head }) => head()[Symbol.iterator]().next().done === true);
  return isEmpty ? { kind: 'unreadable', reason: NO_TABLE_ON_PAGE } : opened;
}

type Looking = { readonly catalogue: FileCatalogue; readonly progress: Progress };

function openSheets(tables: readonly Table[], { catalogue, progress: { shouldStop } }: Looking): Opened {
  const stop = shouldStop ? { shouldStop } : {};
  const candidates = tables.map((table) => ({
    table,
    search: findHeader(table.rows(stop), catalogue.countKnown),
  }));
  const chosen = chooseSheets(candidates, catalogue);
  return chosen ? { kind: 'tables', ...chosen } : chooseBest(candidates, catalogue);
}

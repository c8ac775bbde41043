import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';
import type { FileCatalogue } from '../kinds/file-catalogue.ts';
import { chooseSheets } from './choose-sheets.ts';
import { findHeader, type Header, type HeaderSearch } from './columns/find-header.ts';
import { readingsOf } from './list-tables.ts';
import type { Progress, ReadingLimits, Table, TableReading } from './raw-row.ts';
import type { FileFacts } from './text/file-pieces.ts';

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

const NO_TABLE_ON_PAGE =
  '这是网页，里面没有表格（登录失效时，下载到的会是登录页）；请重新登录商家后台，再导出一次';

/** Of sheets, those that are reports; else the reading under which most column names are known is the right one. */
export function openTables(path: string, { catalogue, ...opening }: Opening): Opened {
  const found = readingsOf(path, opening);
  if (found.kind === 'unreadable') return found;
  // Some tools export a web page. So does a back office that has logged the agent out.
  if (found.kind === 'page' && found.readings.every(isEmpty)) {
    return { kind: 'unreadable', reason: NO_TABLE_ON_PAGE };
  }
  const candidates = found.readings.map(({ table, head }) => ({
    table,
    search: findHeader(head(), catalogue.countKnown),
  }));
  const chosen = found.kind === 'sheets' ? chooseSheets(candidates, catalogue) : undefined;
  return chosen ? { kind: 'tables', ...chosen } : chooseBest(candidates, catalogue);
}

const isEmpty = ({ head }: TableReading): boolean => head()[Symbol.iterator]().next().done === true;

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

import { cleanCell } from '../cells/clean-cell.ts';
import type { RawRow } from '../raw-row.ts';
import { normaliseHeader } from './header-name.ts';

/** Q14: titles and notes come before the header. */
const ROWS_TO_LOOK_AT = 20;
const LEAST_KNOWN = 3;
/** No column has a longer name. Under a wrong delimiter, a cell is what the file holds from one stray quote on. */
const LONGEST_NAME = 200;

export type Header = {
  readonly row: number;
  /** As the file writes them, trimmed (Q7). */
  readonly headers: readonly string[];
  readonly knownCount: number;
};

export type HeaderSearch = {
  readonly best: Header | undefined;
  /** The first rows, for saying what the file is when it is none that can be imported. */
  readonly firstRows: readonly (readonly string[])[];
};

/** How many of the column names, normalised, one kind of record knows. */
export type CountKnown = (names: ReadonlySet<string>) => number;

export function findHeader(rows: Iterable<RawRow>, countKnown: CountKnown): HeaderSearch {
  const firstRows: string[][] = [];
  let best: Header | undefined;
  for (const raw of rows) {
    if (firstRows.length >= ROWS_TO_LOOK_AT) break;
    const header = toHeader(raw, countKnown);
    firstRows.push([...header.headers]);
    if (isHeader(header) && header.knownCount > (best?.knownCount ?? 0)) best = header;
  }
  return { best, firstRows };
}

function toHeader({ row, cells }: RawRow, countKnown: CountKnown): Header {
  const headers = cells.map(cleanHeader);
  while (headers.length > 0 && headers.at(-1) === '') headers.pop();
  const names = headers.filter((header) => header.length <= LONGEST_NAME).map(normaliseHeader);
  return { row, headers, knownCount: countKnown(new Set(names)) };
}

function cleanHeader(cell: string): string {
  return cleanCell(cell).replaceAll(/\s*[\r\n]+\s*/g, '');
}

/** Three known names make a header; so do two where the agent chose to export nothing else. */
function isHeader({ headers, knownCount }: Header): boolean {
  if (knownCount >= LEAST_KNOWN) return true;
  return knownCount === LEAST_KNOWN - 1 && headers.filter((header) => header !== '').length === knownCount;
}

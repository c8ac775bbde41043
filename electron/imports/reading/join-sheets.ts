import type { ExportFormat } from '../kinds/export-kind.ts';
import { type ColumnPlan, extraKey } from './columns/column-plan.ts';
import type { Row } from './export-row.ts';
import type { Progress } from './raw-row.ts';

/** One sheet as a report; the rows are those below its header. */
export type SheetReading = {
  readonly sheet: string | undefined;
  readonly format: ExportFormat;
  readonly plan: ColumnPlan;
  rows(progress: Progress): Iterable<Row>;
};

/** Several sheets read one after the other, as one file. */
type JoinedSheets = {
  /** The columns of all sheets: those of the first, then what others have besides. */
  readonly headers: readonly string[];
  rows(progress: Progress): Iterable<Row>;
};

/** Most files are one sheet, and nothing is changed about its rows. */
export function joinSheets(sheets: readonly SheetReading[]): JoinedSheets {
  const [only, ...more] = sheets;
  if (only && more.length === 0) {
    return { headers: only.plan.headers, rows: only.rows };
  }
  const { headers, placesOf } = joinHeaders(sheets);
  function* rowsOf(sheet: SheetReading, progress: Progress): Generator<Row> {
    const places = placesOf(sheet);
    for (const row of sheet.rows(shareOf(progress, sheets.indexOf(sheet), sheets.length))) {
      yield row.kind === 'rejected' ? underOneHeader(row, sheet, places) : row;
    }
  }
  return {
    headers,
    *rows(progress) {
      for (const sheet of sheets) yield* rowsOf(sheet, progress);
    },
  };
}

function joinHeaders(sheets: readonly SheetReading[]) {
  const placeOf = new Map<string, number>();
  const headers: string[] = [];
  for (const { plan } of sheets) {
    for (const [at, header] of plan.headers.entries()) {
      const key = extraKey(plan.headers, at);
      if (placeOf.has(key)) continue;
      placeOf.set(key, headers.length);
      headers.push(header);
    }
  }
  return {
    headers,
    placesOf: ({ plan }: SheetReading) =>
      plan.headers.map((_header, at) => placeOf.get(extraKey(plan.headers, at)) ?? at),
  };
}

type Rejected = Extract<Row, { kind: 'rejected' }>;

/** Rejected rows go back to the agent in one table, and their numbers mean nothing without the sheet. */
function underOneHeader(row: Rejected, { sheet }: SheetReading, places: readonly number[]): Rejected {
  const cells: string[] = Array.from({ length: Math.max(0, ...places) + 1 }, () => '');
  for (const [at, place] of places.entries()) cells[place] = row.cells[at] ?? '';
  const named = sheet === undefined ? {} : { sheet };
  return { ...row, rejected: { ...row.rejected, ...named }, cells };
}

const STEPS = 1000;

/** How far the file as a whole is, when one of its sheets is so far. */
function shareOf({ onProgress, ...rest }: Progress, index: number, count: number): Progress {
  if (!onProgress) return rest;
  return {
    ...rest,
    onProgress: (done, total) =>
      onProgress(Math.round(STEPS * (index + (total === 0 ? 1 : done / total))), STEPS * count),
  };
}

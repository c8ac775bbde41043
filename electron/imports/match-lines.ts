import type { ItemFields } from '../../shared/domain/order.ts';

/** A sub-order as the store knows it. */
export type KnownLine = Pick<ItemFields, 'title' | 'sku' | 'quantity'> & { readonly lineNo: string };

/** A sub-order as a row shows it. */
export type LineRow = {
  readonly subNo: string | null;
  readonly item: Readonly<Partial<Pick<ItemFields, 'title' | 'sku' | 'quantity'>>>;
};

export type LineMatch<Line extends KnownLine> = {
  readonly lineNo: string;
  /** The known line that the row is about; its number may be another one until now. */
  readonly known: Line | null;
};

type Likeness = (line: KnownLine, row: LineRow) => boolean;

const SAME_GOODS: Likeness = (line, { item }) =>
  hasSameTitle(line, item) && line.sku === (item.sku ?? null) && line.quantity === (item.quantity ?? null);
const SAME_KIND: Likeness = (line, { item }) => hasSameTitle(line, item) && line.sku === (item.sku ?? null);
const SAME_TITLE: Likeness = (line, { item }) => hasSameTitle(line, item);

/** From sure to likely; a place in the file is the last resort. */
const LIKENESSES = [SAME_GOODS, SAME_KIND, SAME_TITLE] as const;

function hasSameTitle(line: KnownLine, item: LineRow['item']): boolean {
  return line.title !== null && line.title === item.title;
}

export function placeNo(place: number): string {
  return `#${place}`;
}

function isByPlace(lineNo: string): boolean {
  return lineNo.startsWith('#');
}

/**
 * Says which known line each row of one order is about. Old exports number their lines by place only, newer ones carry
 * numbers; both describe the same goods, so a row without a number never doubles a numbered line, nor the reverse.
 * `firstPlace` is the place of the first row among the order's rows of this file, from 1.
 */
export function matchLines<Line extends KnownLine>(
  known: readonly Line[],
  rows: readonly LineRow[],
  firstPlace: number,
): LineMatch<Line>[] {
  const free = new Map(known.map((line) => [line.lineNo, line]));
  const chosen: (Line | undefined)[] = rows.map(({ subNo }) =>
    subNo === null ? undefined : take(free, subNo),
  );
  const mayBe = (line: KnownLine, { subNo }: LineRow) => subNo === null || isByPlace(line.lineNo);
  for (const isAlike of LIKENESSES) {
    for (const [index, row] of rows.entries()) {
      if (chosen[index]) continue;
      const line = [...free.values()].find((other) => mayBe(other, row) && isAlike(other, row));
      if (line) chosen[index] = take(free, line.lineNo);
    }
  }
  for (const [index, row] of rows.entries()) {
    const place = firstPlace + index;
    chosen[index] ??= take(free, placeNo(place)) ?? takeNumbered(free, { row, known, place });
  }
  return nameLines(rows, { known, chosen, firstPlace });
}

function take<Line extends KnownLine>(free: Map<string, Line>, lineNo: string): Line | undefined {
  const line = free.get(lineNo);
  if (line) free.delete(lineNo);
  return line;
}

type Place<Line> = { readonly row: LineRow; readonly known: readonly Line[]; readonly place: number };

/** A row without a number stands for the numbered line at its place. */
function takeNumbered<Line extends KnownLine>(
  free: Map<string, Line>,
  { row, known, place }: Place<Line>,
): Line | undefined {
  if (row.subNo !== null) return undefined;
  const line = known[place - 1];
  return line === undefined || isByPlace(line.lineNo) ? undefined : take(free, line.lineNo);
}

type Choice<Line> = {
  readonly known: readonly Line[];
  readonly chosen: readonly (Line | undefined)[];
  readonly firstPlace: number;
};

function nameLines<Line extends KnownLine>(
  rows: readonly LineRow[],
  { known, chosen, firstPlace }: Choice<Line>,
): LineMatch<Line>[] {
  const taken = new Set([...known, ...chosen].map((line) => line?.lineNo));
  return rows.map(({ subNo }, index) => {
    const line = chosen[index] ?? null;
    if (subNo !== null) return { lineNo: subNo, known: line };
    if (line) return { lineNo: line.lineNo, known: line };
    let place = firstPlace + index;
    while (taken.has(placeNo(place))) place++;
    taken.add(placeNo(place));
    return { lineNo: placeNo(place), known: null };
  });
}

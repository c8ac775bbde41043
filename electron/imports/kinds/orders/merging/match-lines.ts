import type { ItemFields } from '../../../../../shared/domain/orders/order.ts';

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

type Places<Line, Row> = {
  /** The row says nothing that the line does not hold already. */
  readonly isSettled: (line: Line, row: Row) => boolean;
  /** Place of the first row among the order's rows of this file, from 1. */
  readonly firstPlace: number;
  /** Lines that the file has shown before; they are not among the known ones. */
  readonly shown: ReadonlySet<string>;
};

/**
 * Says which known line each row of one order is about. Old exports number their lines by place only, newer ones carry
 * numbers; both describe the same goods, so a row without a number never doubles a numbered line, nor the reverse.
 */
export function matchLines<Line extends KnownLine, Row extends LineRow>(
  known: readonly Line[],
  rows: readonly Row[],
  places: Places<Line, Row>,
): LineMatch<Line>[] {
  const free = new Map(known.map((line) => [line.lineNo, line]));
  const chosen: (Line | undefined)[] = rows.map(({ subNo }) =>
    subNo === null ? undefined : take(free, subNo),
  );
  const open = rows.flatMap((row, index) => (isOpen(row, index) ? [{ row, index }] : []));
  // First of all, or twins would swap their lines each time that their file comes.
  const bare = open.filter(({ row }) => row.subNo === null);
  const settled = pairUp(bare, [...free.values()], ({ row }, line) => places.isSettled(line, row));
  for (const [{ index }, line] of settled) chosen[index] = take(free, line.lineNo);
  for (const isAlike of LIKENESSES) {
    for (const { row, index } of open) chosen[index] ??= takeAlike(free, row, isAlike);
  }
  const numbered = known.filter((line) => !isByPlace(line.lineNo));
  for (const { row, index } of open) {
    const atPlace = row.subNo === null ? numbered[index] : undefined;
    chosen[index] ??=
      take(free, placeNo(places.firstPlace + index)) ?? (atPlace && take(free, atPlace.lineNo));
  }
  return nameLines(rows, { known, chosen, places });

  /** A number that comes a second time is about the line that the first one took. */
  function isOpen({ subNo }: LineRow, index: number): boolean {
    if (chosen[index]) return false;
    if (subNo === null) return true;
    return !places.shown.has(subNo) && rows.findIndex((other) => other.subNo === subNo) === index;
  }
}

function mayStandFor(line: KnownLine, { subNo }: LineRow): boolean {
  return subNo === null || isByPlace(line.lineNo);
}

function takeAlike<Line extends KnownLine>(
  free: Map<string, Line>,
  row: LineRow,
  isAlike: Likeness,
): Line | undefined {
  const line = [...free.values()].find((other) => mayStandFor(other, row) && isAlike(other, row));
  return line && take(free, line.lineNo);
}

function take<Line extends KnownLine>(free: Map<string, Line>, lineNo: string): Line | undefined {
  const line = free.get(lineNo);
  if (line) free.delete(lineNo);
  return line;
}

/** As many pairs as can be made (Kuhn's algorithm); in the order given where there is a choice. */
function pairUp<A, B>(as: readonly A[], bs: readonly B[], fits: (a: A, b: B) => boolean): [A, B][] {
  const ownerOf = new Map<B, A>();
  const findPlace = (a: A, tried: Set<B>): boolean =>
    bs.some((b) => {
      if (tried.has(b) || !fits(a, b)) return false;
      tried.add(b);
      const owner = ownerOf.get(b);
      if (owner !== undefined && !findPlace(owner, tried)) return false;
      ownerOf.set(b, a);
      return true;
    });
  for (const a of as) findPlace(a, new Set());
  return [...ownerOf].map(([b, a]) => [a, b]);
}

type Choice<Line> = {
  readonly known: readonly Line[];
  readonly chosen: readonly (Line | undefined)[];
  readonly places: Pick<Places<never, never>, 'firstPlace' | 'shown'>;
};

function nameLines<Line extends KnownLine>(
  rows: readonly LineRow[],
  { known, chosen, places }: Choice<Line>,
): LineMatch<Line>[] {
  const taken = new Set([...known.map((line) => line.lineNo), ...places.shown]);
  return rows.map(({ subNo }, index) => {
    const line = chosen[index] ?? null;
    if (subNo !== null) return { lineNo: subNo, known: line };
    if (line) return { lineNo: line.lineNo, known: line };
    let place = places.firstPlace + index;
    while (taken.has(placeNo(place))) place++;
    taken.add(placeNo(place));
    return { lineNo: placeNo(place), known: null };
  });
}

import { type CsvScan, readRecord, startScan } from './csv-scanner.ts';

/** How an order number stands at the start of a line; a telephone number is shorter. */
const NUMBER = /^\s*'?(?:\d-?){11,}\d\s*$/;
/** No line within a cell has so many delimiters by chance. */
const WIDE = 8;
const LEAST_OF_BROKEN = 5;

/** The look of the sound records of the file. */
type Shape = { readonly width: number; readonly firstCell: string };
export type Line = { readonly cells: readonly string[]; readonly end: number };
type Place = {
  readonly shape: Shape /** Delimiters of the record in front of the line. */;
  readonly before: number;
};

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && NUMBER.test(cell.replaceAll('"', ''));
}

/** Its quotes or its cells are not those of a record of this file. */
export function isUnsound({ cells, isUnterminated, hasStrayQuote }: CsvScan, { width }: Shape): boolean {
  const last = cells.at(-1);
  const isTooWide = cells.length > width + 1 || (cells.length === width + 1 && last !== '');
  return isUnterminated || isTooWide || (hasStrayQuote && cells.length < width);
}

const isWholeRecord = ({ cells, isUnterminated }: CsvScan, { width }: Shape): boolean =>
  !isUnterminated && cells.length === width;

/** A note may begin with the number of another order, and goes on with less than a record has. */
const isNearlyWhole = (line: CsvScan, { width }: Shape): boolean =>
  line.cells.length >= Math.max(width - 1, LEAST_OF_BROKEN);

/**
 * The lines at the start of a record that a lost quote has joined with others, up to the first line that is a record
 * of its own; none where the record is what it seems to be.
 */
export function createLostLines(delimiter: number) {
  function alone(line: string): CsvScan {
    const scan = startScan(line, 0, true);
    readRecord(scan, delimiter);
    return scan;
  }

  const delimitersIn = (line: string): number => line.split(String.fromCharCode(delimiter)).length - 1;

  /** A cell may well hold several lines; one that looks like a record is one, the more so where quotes do not fit. */
  function isOwn(line: CsvScan, record: CsvScan, { shape, before }: Place): boolean {
    const { width, firstCell } = shape;
    const isLikeOthers = isNumber(line.cells[0]) && [firstCell, record.cells[0]].some(isNumber);
    const isWhole = isWholeRecord(line, shape);
    if (isUnsound(record, shape)) return isLikeOthers || isWhole;
    // Behind a break in the first cell stand as many cells as a record has, and none in front of it.
    if (!isLikeOthers) return isWhole && width >= WIDE && before >= width - 1;
    return before > 0 && (isWhole || record.hasStrayQuote || isNearlyWhole(line, shape));
  }

  return (scan: CsvScan, start: number, shape: Shape): Line[] => {
    const { text, at: end } = scan;
    let lineStart = text.indexOf('\n', start) + 1;
    if (lineStart === 0 || lineStart >= end) return [];
    let before = delimitersIn(text.slice(start, lineStart));
    const lines: Line[] = [{ cells: alone(text.slice(start, lineStart)).cells, end: lineStart }];
    while (lineStart < end) {
      const lineBreak = text.indexOf('\n', lineStart);
      const lineEnd = lineBreak === -1 ? end : Math.min(lineBreak + 1, end);
      const line = alone(text.slice(lineStart, lineEnd));
      if (isOwn(line, scan, { shape, before })) return lines;
      before += delimitersIn(text.slice(lineStart, lineEnd));
      lines.push({ cells: line.cells, end: lineEnd });
      lineStart = lineEnd;
    }
    return isUnsound(scan, shape) ? lines : [];
  };
}

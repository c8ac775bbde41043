import { cleanCell } from './cells/clean-cell.ts';
import { isAsIfRounded, KEPT_DIGITS } from './cells/parse-order-no.ts';
import type { Positions } from './columns/column-plan.ts';
import type { RawRow } from './raw-row.ts';

const ROWS_TO_LOOK_AT = 500;
/** By chance one number in ten thousand ends in so many zeros. */
const TELLING_ZEROS = 4;
/** A number of this length ends by chance in all the zeros once in a thousand. */
const TELLING_LENGTH = KEPT_DIGITS + 3;
const LONG = /^\d{16,64}$/;

/**
 * Q16: a spreadsheet keeps 15 digits of a number and writes zeros for the rest. One number may end in zeros by itself;
 * when many of a column do, the file was saved by a spreadsheet, and each such number stands for others too.
 */
export function hasRoundedNumbers(rows: Iterable<RawRow>, columns: Positions): boolean {
  const found = columns.map(() => new Set<string>());
  let looked = 0;
  for (const { cells } of rows) {
    if (looked++ >= ROWS_TO_LOOK_AT) break;
    for (const [index, at] of columns.entries()) {
      const text = cleanCell(cells[at] ?? '');
      if (LONG.test(text)) found[index]?.add(text);
    }
  }
  return found.some((numbers) => isRoundedColumn([...numbers]));
}

function isRoundedColumn(numbers: readonly string[]): boolean {
  const rounded = numbers.filter(isAsIfRounded);
  const zeros = rounded.reduce((sum, text) => sum + text.length - KEPT_DIGITS, 0);
  if (rounded.length === numbers.length) return zeros >= TELLING_ZEROS;
  const isTelling = (text: string) => text.length >= TELLING_LENGTH;
  const telling = rounded.filter(isTelling).length;
  return telling >= 2 && telling * 5 >= numbers.filter(isTelling).length;
}

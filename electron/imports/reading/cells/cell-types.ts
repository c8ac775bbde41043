import type { NewWord } from '../new-words.ts';
import { parseAmountFen } from './parse-amount.ts';
import { parseCount } from './parse-count.ts';
import { isLost, type NumberOptions } from './parse-order-no.ts';
import { tidyAddress, tidySku, tidyTrackingNo } from './parse-text.ts';
import { parseDeadline, parseTime, type TimeOptions } from './parse-time.ts';
import { type Parsed, Unreadable } from './unreadable.ts';

/** `undefined`: the text says nothing that the field can hold, and is kept as extra instead. */
export type CellParser<T> = (text: string) => Parsed<T | null> | undefined;

/** The meaning of cells that depends on the file at hand. */
export type CellOptions = TimeOptions &
  NumberOptions & {
    /** Hears of words that stand in no list. */
    readonly noteWord?: (word: NewWord) => void;
  };

type CellValues = {
  readonly text: string;
  /** A number that a platform has given: text, and none at all where a spreadsheet has rounded it (Q16). */
  readonly 'platform-no': string;
  readonly 'tracking-no': string;
  readonly sku: string;
  readonly address: string;
  readonly amount: number;
  readonly count: number;
  readonly time: number;
  /** A text that is no time is kept as it is. */
  readonly 'time-if-any': number;
  readonly deadline: number;
};

/** The kinds of cells that hold a value of the type. */
export type CellType<T> = {
  readonly [C in keyof CellValues]: CellValues[C] extends T ? C : never;
}[keyof CellValues];

/** A way to read a field of whatever type. */
export type ReadsAnyCell = keyof CellValues | ((options: CellOptions) => CellParser<unknown>);

/** How a field is read: as one of the usual cells, or in a way of its own. */
export type ReadsCell<T> = CellType<T> | ((options: CellOptions) => CellParser<T>);

const asIs: CellParser<string> = (text) => text;

/** Q16: a number that lost its digits is worse than none, but it must not cost the whole row. */
const platformNo =
  (options: NumberOptions): CellParser<string> =>
  (text) =>
    isLost(text, options) ? undefined : text;

const trackingNo = (options: NumberOptions): CellParser<string> => {
  const read = platformNo(options);
  return (text) => {
    const number = tidyTrackingNo(text);
    return number === '' ? null : read(number);
  };
};

const CELL_TYPES: { readonly [C in keyof CellValues]: (options: CellOptions) => CellParser<CellValues[C]> } =
  {
    text: () => asIs,
    'platform-no': platformNo,
    'tracking-no': trackingNo,
    sku: () => tidySku,
    address: () => tidyAddress,
    amount: () => parseAmountFen,
    count: () => parseCount,
    time: (options) => (text) => parseTime(text, options),
    'time-if-any': (options) => (text) => {
      const atMs = parseTime(text, options);
      return atMs instanceof Unreadable ? undefined : atMs;
    },
    deadline: (options) => (text) => parseDeadline(text, options),
  };

export function cellParser(reads: ReadsAnyCell, options: CellOptions): CellParser<unknown> {
  return typeof reads === 'function' ? reads(options) : CELL_TYPES[reads](options);
}

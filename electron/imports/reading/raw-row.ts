import type { SheetOddities } from './xlsx/sheet-oddities.ts';

/** One row as the file has it, before anyone asks what it means. */
export type RawRow = {
  /** Row number as a spreadsheet shows it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Why the row as a whole cannot be trusted. */
  readonly damage?: string;
};

export type Progress = {
  onProgress?(done: number, total: number): void;
  readonly shouldStop?: () => boolean;
};

/** To be stopped as the whole is, but not to tell how far it is: a part of the work cannot. */
export const stopOnly = ({ shouldStop }: Progress): Progress => (shouldStop ? { shouldStop } : {});

/** How much is read of a file that nobody has asked to import, to find out what it is. */
export type ReadingLimits = {
  /** Sheets that are looked at. */
  readonly sheets: number;
  /** Text at the start of each. */
  readonly sheetBytes: number;
  /** The most that is unpacked in all. */
  readonly bytes: number;
};

/** A grid of rows that can be read from the start as often as needed. */
export type Table = {
  /** The name of the sheet, for messages. */
  readonly sheet: string | undefined;
  readonly isHidden: boolean;
  readonly isDate1904: boolean;
  rows(progress: Progress): Iterable<RawRow>;
  /** Of a workbook: cells that look filled in and hold no text. */
  oddities?(): SheetOddities;
};

/** One way to read a file as a table; its head is cheap to look at, and the last row of it may be cut. */
export type TableReading = { readonly table: Table; readonly head: () => Iterable<RawRow> };

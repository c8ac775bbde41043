import type { RejectedRow } from '../../../shared/domain/subjects/platform-record.ts';

/** A row as its kind has read it; only the kind itself knows the rest of it. */
export type ReadRecord = {
  /** Row number as a spreadsheet shows it, from 1, header rows counted. */
  readonly row: number;
  readonly shopName: string | null;
};

export type Row<R extends ReadRecord = ReadRecord> =
  | { readonly kind: 'record'; readonly record: R }
  | {
      readonly kind: 'rejected';
      readonly rejected: RejectedRow;
      /** As the file has them, for handing the row back under `header()`. */
      readonly cells: readonly string[];
    };

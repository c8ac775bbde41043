/** `time` is epoch ms, `money` fen, `rate` a share of 1; `text` may be a number of 19 digits. */
export type ColumnKind = 'text' | 'money' | 'count' | 'time' | 'rate';
export type Cell = string | number | null;

/** An export for the writers, which know nothing of orders or reports. */
export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind }[];
  /** May be read once only, and may be longer than the memory. */
  readonly rows: Iterable<readonly Cell[]>;
  /** The number of rows, where it is known before they are read; the length of a list says it. */
  readonly rowCount?: number;
};

/** A table that is short enough to be held in memory. */
export type ShortTable = Table & { readonly rows: readonly (readonly Cell[])[] };

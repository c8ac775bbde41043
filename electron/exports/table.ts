/** `time` is epoch ms, `money` fen, `rate` a share of 1; `text` may be a number of 19 digits. */
export type ColumnKind = 'text' | 'money' | 'count' | 'time' | 'rate';
export type Cell = string | number | null;

/** What is exported: the writers know nothing of orders or reports. */
export type Table = {
  readonly name: string;
  readonly columns: readonly { readonly header: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly Cell[])[];
};

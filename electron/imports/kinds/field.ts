import { EXTRA } from '../merging/merge-extra.ts';
import type { ReadsAnyCell, ReadsCell } from '../reading/cells/cell-types.ts';

/**
 * Says how a later row may change a field. Without any of these a filled cell is news and an empty one says nothing.
 * - `emptied-by-agents`: agents empty it themselves on the platform, so an empty cell is news too;
 * - `unmask`: a masked name hides nothing that is known, and a full one replaces it even from an older file;
 * - `coarser-time`: the same time without its seconds, as a spreadsheet saves it, is no news;
 * - `stage`: filled in for good as the record moves on, so an empty cell shows that the row is older;
 * - `apart`: the kind merges it by a rule of its own.
 */
export type MergePolicy = 'emptied-by-agents' | 'unmask' | 'coarser-time' | 'stage' | 'apart';

/** One field of one kind of record: all that reading, merging and showing it needs. */
export type Field<T> = {
  /** The agent's word for it. */
  readonly label: string;
  /** Every name that a platform has given the column; where a file has several, the first that is filled wins. */
  readonly aliases: readonly string[];
  readonly reads: ReadsCell<T>;
  readonly merge?: readonly MergePolicy[];
};

/** One descriptor for each field: a new field does not compile until it says how it is read. */
export type FieldTable<F> = { readonly [K in keyof F]-?: Field<NonNullable<F[K]>> };

/** A field whose type is not of interest. */
export type AnyField = Omit<Field<never>, 'reads'> & { readonly reads: ReadsAnyCell };
export type AnyFields = Readonly<Record<string, AnyField>>;

/** A change names a field, or all columns that no field stands for; agents know both by these words. */
export function labelsOf(fields: AnyFields): Readonly<Record<string, string>> {
  const labels = Object.entries(fields).map(([field, { label }]) => [field, label]);
  return { ...Object.fromEntries(labels), [EXTRA]: '其他列' };
}

export function aliasesOf<T extends AnyFields>(table: T): { readonly [K in keyof T]: readonly string[] } {
  // The keys stay those of the table.
  return Object.fromEntries(Object.entries(table).map(([field, { aliases }]) => [field, aliases])) as {
    readonly [K in keyof T]: readonly string[];
  };
}

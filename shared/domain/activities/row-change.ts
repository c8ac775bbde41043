import { z } from 'zod';

const Fields = z.record(z.string(), z.unknown());

/** One row of one table before and after: the one format of history, undo and, later, the feed for other PCs. */
export const RowChange = z.object({
  table: z.string(),
  id: z.string(),
  /** Only the fields that differ; `null`: the row was not there. */
  before: Fields.nullable(),
  /** `null`: the row is not there any more. */
  after: Fields.nullable(),
});
export type RowChange = z.infer<typeof RowChange>;

export type RowFields = Readonly<Record<string, unknown>>;
export type RowKey = Pick<RowChange, 'table' | 'id'>;

/** The fields in which the two differ, or none at all. A row that was not there has all of its fields on one side. */
export function differenceOf(key: RowKey, before: RowFields | null, after: RowFields | null): RowChange[] {
  const { table, id } = key;
  if (before === null || after === null) return before === after ? [] : [{ table, id, before, after }];
  const fields = Object.keys(after).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  const of = (row: RowFields) => Object.fromEntries(fields.map((field) => [field, row[field]]));
  return fields.length === 0 ? [] : [{ table, id, before: of(before), after: of(after) }];
}

/** A change of a row that was there and stays, from what each field was and is. */
export function fieldsChanged(
  { table, id }: RowKey,
  changed: Readonly<Record<string, readonly [unknown, unknown]>>,
): RowChange {
  const entries = Object.entries(changed);
  return {
    table,
    id,
    before: Object.fromEntries(entries.map(([field, [before]]) => [field, before])),
    after: Object.fromEntries(entries.map(([field, [, after]]) => [field, after])),
  };
}

/** The same change the other way round, as an undo records it. */
export const reversed = ({ table, id, before, after }: RowChange): RowChange => ({
  table,
  id,
  before: after,
  after: before,
});

/** The id under which changes name the row of one order item. */
export const itemRowId = (orderId: string, lineNo: string): string => `${orderId}/${lineNo}`;

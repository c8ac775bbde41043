import { EMPTY_EXTRA, mergeExtra } from '../../merging/merge-extra.ts';
import { createMergeFields, type Merge, type Said } from '../../merging/merge-fields.ts';
import type { AnyFields } from '../field.ts';
import type { RecordFields, Stored } from './record-spec.ts';

type Record = Stored<RecordFields>;

/** The key under which a change names the other columns, beside the fields. */
export const EXTRA = 'extra';

/** Merges a row into a record by the policies of its fields; a repeated or an older row only fills gaps. */
export function createMergeRecord(fields: AnyFields) {
  const merging = createMergeFields(fields);

  return (known: Record | null, said: Said<RecordFields>, isRepeat: boolean): Merge<Record> => {
    if (known === null) {
      // Every field of the table is there, and the row has read each by its own descriptor.
      const all = { ...merging.nothingKnown, ...said.fields } as RecordFields;
      return { kind: 'new', after: { fields: all, extra: isEmpty(said.extra) ? EMPTY_EXTRA : said.extra } };
    }
    const overwrites = !isRepeat && !merging.lacksStage(known.fields, said.fields);
    const changes: { [field: string]: [unknown, unknown] } = {};
    merging.addChanges(known.fields, said.fields, { mode: { overwrites, isRepeat }, changes });
    const merged = mergeExtra(known.extra, said.extra, !overwrites);
    if (merged !== known.extra) changes[EXTRA] = [known.extra, merged];
    if (isEmpty(changes)) return { kind: 'unchanged' };
    return {
      kind: 'changed',
      after: withValues(
        known,
        Object.entries(changes).map(([field, [, after]]) => [field, after]),
      ),
      changes,
    };
  };
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

/** The record with other values in some of its fields; `extra` stands for all other columns. */
export function withValues(record: Record, values: Iterable<readonly [string, unknown]>): Record {
  const { [EXTRA]: extra = record.extra, ...fields } = Object.fromEntries(values);
  // The values were those of this record, or of a row that was read for it.
  return { fields: { ...record.fields, ...fields }, extra } as Record;
}

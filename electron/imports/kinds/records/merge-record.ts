import { createMerging, type Known, type Merge, type Said, type Values } from '../../merging/merge-fields.ts';
import type { AnyFields } from '../field.ts';

/** Merges a row into a record by the policies of its fields; a repeated or an older row only fills gaps. */
export function createMergeRecord(fields: AnyFields) {
  const merging = createMerging<Values>(fields);

  return (known: Known<Values> | null, said: Said<Values>, isRepeat: boolean): Merge<Known<Values>> => {
    if (known === null) return { kind: 'new', after: merging.begin(said, {}) };
    const overwrites = !isRepeat && !merging.lacksStage(known, said.fields);
    return merging.merge(known, said, { mode: { overwrites, isRepeat } });
  };
}

import { createMerging, type Known, type Merge, type Said, type Values } from '../../merging/merge-fields.ts';
import type { AnyRecordSpec } from './record-spec.ts';

/** Merges a row into a record by the policies of its fields; a repeated or an older row only fills gaps. */
export function createMergeRecord({ fields, newestBy = '' }: Pick<AnyRecordSpec, 'fields' | 'newestBy'>) {
  const merging = createMerging<Values>(fields);

  return (known: Known<Values> | null, said: Said<Values>, isRepeat: boolean): Merge<Known<Values>> => {
    if (known === null) return { kind: 'new', after: merging.begin(said, {}) };
    const isOlder =
      merging.lacksStage(known, said.fields) || isBefore(said.fields[newestBy], known[newestBy]);
    const overwrites = !isRepeat && !isOlder;
    return merging.merge(known, said, { mode: { overwrites, isRepeat } });
  };
}

export const isBefore = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' && a < b;

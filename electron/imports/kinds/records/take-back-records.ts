import { isDeepStrictEqual } from 'node:util';
import type { RowChange } from '../../../../shared/domain/activities/row-change.ts';
import type { SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import type { FileEnds } from '../../../kernel/deadlines/file-ends.ts';
import type { Known, Values } from '../../merging/merge-fields.ts';
import type { TakeBackOptions } from '../record-kind.ts';
import { rowsOf } from './record-changes.ts';
import { type AnyRecordSpec, subjectOf } from './record-spec.ts';

/** Taking records in, and back, needs these of the rest. */
export type RecordPorts = {
  readonly removeTasksOf: (subject: SubjectRef) => void;
  /** The ends that its rows name. */
  readonly fileEnds: FileEnds;
};

export function takeBackRecords(
  spec: AnyRecordSpec,
  { removeTasksOf, fileEnds }: RecordPorts,
  options: TakeBackOptions,
): SubjectRef[] {
  const { store } = spec;
  const touched: SubjectRef[] = [];

  function takeBack({ id, before, after }: RowChange): void {
    const record = store.get(id);
    const subject = subjectOf(spec, id);
    if (subject) touched.push(subject);
    if (!record) return;
    if (before === null) {
      options.remove(id, () => {
        if (subject) removeTasksOf(subject);
        store.remove(id);
      });
      return;
    }
    if (!isAsLeft(record, after ?? {})) options.changedSince(spec.titleOf(record));
    store.update(id, { ...record, ...before }, Object.keys(before));
  }

  for (const { data } of options.activities()) {
    for (const change of rowsOf(data)) {
      if (change.table === spec.table) takeBack(change);
      else fileEnds.takeBack(change);
    }
  }
  return touched;
}

/** A record without a timeline does not show who has changed it since: another import, or an agent. */
function isAsLeft(record: Known<Values>, left: NonNullable<RowChange['after']>): boolean {
  return Object.entries(left).every(([field, value]) => isDeepStrictEqual(record[field], value));
}

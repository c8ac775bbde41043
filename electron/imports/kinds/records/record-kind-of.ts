import type { RecordKind } from '../record-kind.ts';
import { recordExport } from './record-export.ts';
import type { AnyRecordSpec } from './record-spec.ts';
import { type RecordPorts, takeBackRecords } from './take-back-records.ts';
import { takeInRecords } from './take-in-records.ts';

/** Everything that an import does with a kind of which one row of a file is one record. */
export function recordKindOf(spec: AnyRecordSpec, ports: RecordPorts): RecordKind {
  return {
    reading: recordExport(spec),
    table: spec.table,
    subjectKind: spec.subject?.kind ?? null,
    titleOf(id) {
      const record = spec.store.get(id);
      return record && spec.titleOf(record);
    },
    takeIn: (options) => takeInRecords(spec, ports, options),
    takeBack: (options) => takeBackRecords(spec, ports, options),
    ...(spec.standsOn && { standsOn: spec.standsOn }),
  };
}

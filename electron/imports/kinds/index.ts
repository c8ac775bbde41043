import { deadlineKindSpec } from '../../../shared/domain/shared-parts/deadline.ts';
import { createOrderKind, type OrderPorts } from './orders/order-kind.ts';
import type { RecordKind } from './record-kind.ts';
import { recordKindOf } from './records/record-kind-of.ts';
import type { AnyRecordSpec } from './records/record-spec.ts';
import type { RecordPorts } from './records/take-back-records.ts';

/**
 * Every kind of record that can be imported, in the order in which they are asked whether a file is theirs. Orders come
 * last, because nearly any file with an order number would do for them.
 */
export function createRecordKinds(
  specs: readonly AnyRecordSpec[],
  { orders, records }: { readonly orders: OrderPorts; readonly records: RecordPorts },
): readonly RecordKind[] {
  for (const { name, key, fields } of specs) {
    const unknown = key.find((field) => !(field in fields));
    if (unknown !== undefined) throw new Error(`The kind ${name} has no field for its key ${unknown}`);
  }
  for (const spec of specs) refuseUnknownEnds(spec);
  const kinds = [...specs.map((spec) => recordKindOf(spec, records)), createOrderKind(orders)];
  refuseTwice(
    'name',
    kinds.map(({ reading }) => reading.name),
  );
  refuseTwice(
    'table',
    kinds.map(({ table }) => table),
  );
  const formats = kinds.flatMap(({ reading }) => reading.formats);
  refuseTwice(
    'format',
    formats.map(({ name }) => name),
  );
  for (const { name, marks } of formats) {
    if (marks.length === 0) throw new Error(`Nothing says which files are of the format ${name}`);
  }
  for (const { name, formats: own } of kinds.map(({ reading }) => reading)) {
    if (own.length === 0) throw new Error(`No file can be of the kind ${name}`);
  }
  return kinds;
}

/** An end of a kind that is in no list would be kept and never be warned of. */
function refuseUnknownEnds({ name, fields, subject, deadlines = {} }: AnyRecordSpec): void {
  for (const [kind, field] of Object.entries(deadlines)) {
    if (deadlineKindSpec(kind) === undefined)
      throw new Error(
        `The deadline ${kind} of ${name} has no line in shared/domain/shared-parts/deadline-kinds/index.ts`,
      );
    if (!(field in fields))
      throw new Error(`The kind ${name} has no field for the deadline ${kind}: ${field}`);
    if (!subject) throw new Error(`The kind ${name} has deadlines, but no subject to have them`);
  }
}

/** Two kinds of one name would take back what the other has imported. */
function refuseTwice(what: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two kinds of records have the ${what} ${twice}`);
}

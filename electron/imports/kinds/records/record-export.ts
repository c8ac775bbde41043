import type { Said, Values } from '../../merging/merge-fields.ts';
import type { CellOptions } from '../../reading/cells/cell-types.ts';
import { emptyNo, isScientific, roundedNo } from '../../reading/cells/parse-order-no.ts';
import {
  type ColumnGroup,
  type ColumnPlan,
  fieldsOf,
  type Positions,
  positionsOf,
} from '../../reading/columns/column-plan.ts';
import {
  emptyFields,
  keepExtra,
  type Refusal,
  readFields,
  stepsFor,
  textAt,
} from '../../reading/columns/read-fields.ts';
import type { ReadRecord } from '../../reading/export-row.ts';
import type { ExportFormat, ExportKind, ReadRow } from '../export-kind.ts';
import { aliasesOf, labelsOf } from '../field.ts';
import type { AnyRecordSpec, RecordFormat } from './record-spec.ts';

/** A row as read. */
export type RecordRow = ReadRecord & Said<Values>;

const SHOP_NAME = ['店铺名称', '店铺名'];

/** Describes the kind to the reader of files. */
export function recordExport(spec: AnyRecordSpec): ExportKind {
  const { name, label, files, fileName, fields, key, longTail = [], strangers = [] } = spec;
  const keyColumns = key.flatMap((field) => fields[field]?.aliases[0] ?? []);
  return {
    name,
    label,
    files,
    keyColumn: keyColumns.join('、'),
    usualColumns: keyColumns,
    fileName,
    fieldLabels: labelsOf(fields),
    longTail,
    strangers,
    formats: spec.formats.map((format) => toFormat(spec, format)),
  };
}

function toFormat(spec: AnyRecordSpec, format: RecordFormat<Values>): ExportFormat {
  const { name, label, platforms, marks, aliases = {} } = format;
  const named: Readonly<Record<string, readonly string[] | undefined>> = {
    ...aliasesOf(spec.fields),
    ...aliases,
  };
  const columns: ColumnGroup[] = [
    { name: 'record', fields: named },
    { name: 'shop', fields: { shopName: SHOP_NAME } },
  ];
  return {
    name,
    label,
    platforms,
    marks,
    columns,
    needs: spec.key.map((field) => named[field] ?? []),
    createReadRow: (plan, options) => createReadRecordRow(spec, plan, options),
  };
}

function createReadRecordRow(
  { fields, key }: AnyRecordSpec,
  plan: ColumnPlan,
  options: CellOptions,
): ReadRow {
  const { headers } = plan;
  const steps = stepsFor(fieldsOf(plan, 'record'), fields, options);
  const empty = emptyFields(steps);
  const keys = key.map((field) => positionsOf(plan, 'record', field));
  const shopNames = positionsOf(plan, 'shop', 'shopName');
  return ({ row, cells }) => {
    const ofKey = refuseKey(keys, cells, headers);
    if (ofKey) return ofKey;
    const read: Record<string, unknown> = { ...empty };
    const extra: Record<string, string> = {};
    const refusal = readFields(steps, cells, { headers, fields: read, extra });
    if (refusal) return { ...refusal, isOfKey: keys.some((at) => at.includes(refusal.position)) };
    keepExtra(plan, cells, extra);
    const record: RecordRow = { row, shopName: textAt(shopNames, cells), fields: read, extra };
    return record;
  };
}

/** A record that cannot be told from others would change another one. */
function refuseKey(
  keys: readonly Positions[],
  cells: readonly string[],
  headers: readonly string[],
): Refusal | undefined {
  for (const positions of keys) {
    const position = positions[0] ?? 0;
    const column = headers[position] ?? '';
    const text = textAt(positions, cells);
    if (text === null) return { position, reason: emptyNo(column).reason, isOfKey: true };
    if (isScientific(text)) return { position, reason: roundedNo(column).reason, isOfKey: true };
  }
  return undefined;
}

import type { Said, Values } from '../../merging/merge-fields.ts';
import type { CellOptions } from '../../reading/cells/cell-types.ts';
import { emptyNo, isLost, roundedNo } from '../../reading/cells/parse-order-no.ts';
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
  const numbers = Object.keys(named).filter((field) => spec.fields[field]?.reads === 'platform-no');
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
    numbers: (plan) => numbers.flatMap((field) => positionsOf(plan, 'record', field)),
    silences: (plan) => spec.silences?.((field) => fieldsOf(plan, 'record').has(field)) ?? [],
    createReadRow: (plan, options) => createReadRecordRow(spec, plan, options),
  };
}

function createReadRecordRow(
  { fields, key, label, evidence = [], newWords }: AnyRecordSpec,
  plan: ColumnPlan,
  options: CellOptions,
): ReadRow {
  const { headers } = plan;
  const steps = stepsFor(fieldsOf(plan, 'record'), fields, options);
  const empty = emptyFields(steps);
  const keys = key.map((field) => positionsOf(plan, 'record', field));
  const shopNames = positionsOf(plan, 'shop', 'shopName');
  const telling = evidence.filter((field) => fieldsOf(plan, 'record').has(field));

  function noteNewWords(read: Values, cells: readonly string[]): void {
    for (const { field, readAs } of newWords?.(read) ?? []) {
      const at = positionsOf(plan, 'record', field);
      const word = textAt(at, cells);
      if (word !== null) options.noteWord?.({ column: headers[at[0] ?? 0] ?? '', word, readAs });
    }
  }

  return ({ row, cells }) => {
    const ofKey = refuseKey(cells, { keys, headers, options });
    if (ofKey) return ofKey;
    const read: Record<string, unknown> = { ...empty };
    const extra: Record<string, string> = {};
    const refusal = readFields(steps, cells, { headers, fields: read, extra });
    if (refusal) return { ...refusal, isOfKey: keys.some((at) => at.includes(refusal.position)) };
    if (telling.length > 0 && telling.every((field) => read[field] === null)) {
      const position = keys[0]?.[0] ?? 0;
      return {
        position,
        reason: `这一行只有编号，没有状态、时间和金额，不是${label}；请核对原始文件中的这一行`,
      };
    }
    noteNewWords(read, cells);
    keepExtra(plan, cells, extra);
    const record: RecordRow = { row, shopName: textAt(shopNames, cells), fields: read, extra };
    return record;
  };
}

type KeyReading = {
  readonly keys: readonly Positions[];
  readonly headers: readonly string[];
  readonly options: CellOptions;
};

/** A record that cannot be told from others would change another one. */
function refuseKey(cells: readonly string[], { keys, headers, options }: KeyReading): Refusal | undefined {
  for (const positions of keys) {
    const position = positions[0] ?? 0;
    const column = headers[position] ?? '';
    const text = textAt(positions, cells);
    if (text === null) return { position, reason: emptyNo(column).reason, isOfKey: true };
    if (isLost(text, options)) return { position, reason: roundedNo(column).reason, isOfKey: true };
  }
  return undefined;
}

import { CHASE_PRESET_LABELS, CHASE_STEP_LABELS } from '../../../shared/domain/chasing/chase-settings.ts';
import { BARGAIN_STEP_LABELS } from '../../../shared/domain/chasing/concession.ts';
import { CUSTOMER_GRADE_LABELS } from '../../../shared/domain/orders/customer.ts';
import { UNPAID_REASON_LABELS } from '../../../shared/domain/orders/unpaid-reason.ts';
import { SCRIPT_SCOPE_LABELS, SCRIPT_STAGE_LABELS } from '../../../shared/domain/scripts/script.ts';
import {
  SCRIPT_FIELD_LABELS,
  type ScriptColumns,
  type ScriptField,
  type ScriptFileFormat,
} from '../../../shared/domain/scripts/script-file.ts';

import type { RawRow } from '../../imports/reading/raw-row.ts';
import { readGroupPath } from '../planning/group-path.ts';
import { splitList } from '../writing/join-list.ts';
import { splitParts } from '../writing/join-parts.ts';
import { fromFeiniu } from './feiniu-escapes.ts';
import { readLabels } from './read-labels.ts';
import type { NamedScope, ReadRow, RowFault, ScriptRow } from './script-row.ts';
import { fromV3Code } from './v3-code.ts';

export const NO_GROUP_IN_FEINIU = '未分组';
const TOO_MANY =
  '这一行的列数比表头多，内容可能被没有加引号的逗号切开；请在原始文件中给这一格加上引号，或把逗号改为全角';
/** A placeholder is how a picture stands in a part. */
export const pictureMark = (name: string): string => `{图片:${name}}`;

type Reading = {
  readonly format: ScriptFileFormat;
  readonly headerRow: number;
  readonly columns: ScriptColumns;
  /** In a workbook no cell has been made safe against formulas, so there is nothing to take off. */
  readonly isWorkbook: boolean;
};

/** Each row of a script file, in its order; rows without any text are passed over. */
export function* readRows(rows: Iterable<RawRow>, reading: Reading): Generator<ReadRow> {
  for (const raw of rows) {
    if (raw.row <= reading.headerRow || raw.cells.every((cell) => cell.trim() === '')) continue;
    yield readRow(raw, reading);
  }
}

type Cells = { readonly [F in ScriptField]?: readonly string[] };

function readRow(raw: RawRow, reading: Reading): ReadRow {
  const cells = cellsByField(raw, reading);
  const faults: RowFault[] = [];
  const script = scriptOf(raw.row, cells, { reading, faults });
  const damage = raw.damage ?? overflow(raw, reading);
  if (damage !== undefined) faults.unshift({ column: '', value: '', reason: damage });
  const notes = noteOnCode(cells.code?.[0] ?? '', reading.format);
  return { script, fault: faults[0] ?? null, notes };
}

/** A comma that nobody has quoted cuts the text in two, and its rest would become the group. */
function overflow({ cells }: RawRow, { columns, isWorkbook }: Reading): string | undefined {
  const isTooWide = !isWorkbook && cells.slice(columns.length).some((cell) => cell.trim() !== '');
  return isTooWide ? TOO_MANY : undefined;
}

function cellsByField({ cells }: RawRow, reading: Reading): Cells {
  const found: { [F in ScriptField]?: string[] } = {};
  for (const [index, field] of reading.columns.entries()) {
    if (field === null) continue;
    const cell = cells[index];
    // A phrase that ends before its group says nothing of one; in a table an empty cell may just be left out.
    if (cell === undefined && reading.format !== 'table') continue;
    (found[field] ??= []).push(cleanCell(cell ?? '', reading));
  }
  return found;
}

function cleanCell(cell: string, { format, isWorkbook }: Reading): string {
  const text = cell.replaceAll(/\r\n?/g, '\n').trim();
  if (format === 'feiniu') return fromFeiniu(text).trim();
  if (format !== 'table' || isWorkbook) return text;
  return text.startsWith("'") ? text.slice(1).trim() : text;
}

type Context = { readonly reading: Reading; readonly faults: RowFault[] };

function scriptOf(row: number, cells: Cells, context: Context): ScriptRow {
  const { format } = context.reading;
  const code = (cells.code?.[0] ?? '').replaceAll(/\s+/gu, '');
  const title = cells.title?.find((text) => text !== '');
  return {
    row,
    code: format === 'v3' ? fromV3Code(code) : code,
    parts: partsOf(cells),
    ...(title === undefined ? {} : { title: title.replaceAll('\n', ' ') }),
    ...(cells.group ? { groupPath: groupPathOf(cells.group, format) } : {}),
    ...(cells.keywords ? { keywords: cells.keywords.join(' ').trim() } : {}),
    ...(cells.tags ? { tags: cells.tags.flatMap(splitList) } : {}),
    ...fitOf(cells, context),
    ...scopeOf(cells, context),
  };
}

function partsOf({ content = [], picture = [] }: Cells): string[] {
  const pictures = picture.flatMap((cell) => cell.split(/[|;；\n]/u)).map((name) => name.trim());
  return [...content.flatMap(splitParts), ...pictures.filter((name) => name !== '').map(pictureMark)];
}

function groupPathOf(cells: readonly string[], format: ScriptFileFormat): string[] {
  if (format === 'feiniu' && cells[0] === NO_GROUP_IN_FEINIU) return [];
  return cells.flatMap(readGroupPath);
}

function fitOf(cells: Cells, { faults }: Context) {
  function known<T extends string>(field: ScriptField, labels: Readonly<Record<T, string>>): T[] | undefined {
    const read = cells[field]?.map((cell) => readLabels(cell, labels));
    const unknown = read?.flatMap((one) => one.unknown) ?? [];
    for (const word of unknown)
      faults.push({ column: SCRIPT_FIELD_LABELS[field], value: word, reason: `没有「${word}」这一项` });
    return read?.flatMap(({ keys }) => keys);
  }
  const stages = known('stages', SCRIPT_STAGE_LABELS);
  const reasons = known('reasons', UNPAID_REASON_LABELS);
  const grades = known('grades', CUSTOMER_GRADE_LABELS);
  const ladders = known('ladders', CHASE_PRESET_LABELS);
  const steps = cells.steps?.flatMap(splitList).map(stepOf);
  return {
    ...(stages ? { stages } : {}),
    ...(reasons ? { reasons } : {}),
    ...(steps ? { steps } : {}),
    ...(grades ? { grades } : {}),
    ...(ladders ? { ladders } : {}),
  };
}

const STEP_BY_LABEL = new Map<string, string>(
  Object.entries({ ...CHASE_STEP_LABELS, ...BARGAIN_STEP_LABELS }).map(([step, label]) => [label, step]),
);
const stepOf = (label: string) => STEP_BY_LABEL.get(label) ?? label;

/** `全店通用`, `店铺专用：示例旗舰店`, `个人专用：小满`. */
function scopeOf({ scope = [] }: Cells, { faults }: Context): { scope?: NamedScope } {
  const [text] = scope;
  if (text === undefined || text === '') return {};
  if (text === SCRIPT_SCOPE_LABELS.all) return { scope: { kind: 'all' } };
  const [, label, name = ''] = /^([^:：]+)[:：](.+)$/su.exec(text) ?? [];
  if (label === SCRIPT_SCOPE_LABELS.shop) return { scope: { kind: 'shop', name: name.trim() } };
  if (label === SCRIPT_SCOPE_LABELS.personal) return { scope: { kind: 'personal', name: name.trim() } };
  faults.push({
    column: SCRIPT_FIELD_LABELS.scope,
    value: text,
    reason: '应为全店通用、店铺专用：店铺名称或个人专用：客服',
  });
  return {};
}

function noteOnCode(code: string, format: ScriptFileFormat): string[] {
  const notes: string[] = [];
  if (/\s/u.test(code)) notes.push('编码中的空格已去掉');
  if (format === 'v3' && fromV3Code(code) !== code) notes.push(`编码 ${code} 还原为 ${fromV3Code(code)}`);
  return notes;
}

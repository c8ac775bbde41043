import type { AgentId } from '../ids.ts';
import { dayOf, looksLikeDay } from './sheet-dates.ts';
import { LEAVE_CODE, REST_CODE, type ShiftCode, type ShiftTemplate } from './shift-template.ts';

export type SheetRow = { readonly row: number; readonly cells: readonly string[] };
/** A cell that a person sees filled in, and that holds no text. */
export type BlindCell = { readonly row: number; readonly column: number; readonly reason: string };

export type RosterCell = { readonly date: string; readonly agentId: AgentId; readonly code: ShiftCode };
export type RosterFault = {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
};
export type RosterSheet = {
  readonly layout: 'list' | 'matrix' | 'unknown';
  readonly cells: readonly RosterCell[];
  readonly faults: readonly RosterFault[];
};

export type ReadingRoster = {
  /** `'2026-06'`: days that name no month are of this one. */
  readonly month: string;
  readonly agents: readonly { readonly id: AgentId; readonly name: string }[];
  readonly templates: readonly ShiftTemplate[];
  readonly blind?: readonly BlindCell[];
};

const NAME_HEADERS = ['员工', '姓名', '客服', '员工姓名'];
const DATE_HEADERS = ['日期', '班次日期'];
const CODE_HEADERS = ['班次', '排班'];
/** Sums below a matrix. */
const FOOTERS: ReadonlySet<string> = new Set(['出勤人数', '缺口', '合计', '汇总', '早班人数', '晚班人数']);
const REST_WORDS: ReadonlySet<string> = new Set(['', REST_CODE, '休息', '休假', '-', '/']);
const LEAVE_WORDS: ReadonlySet<string> = new Set([LEAVE_CODE, '请假']);

const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').trim();

type Found = {
  readonly cell: RosterCell;
  readonly at: { readonly row: number; readonly column: string; readonly value: string };
};
type Context = ReadingRoster & { readonly faults: RosterFault[] };

/** Reads a roster as a list (日期, 员工, 班次) or as a matrix (员工, then a column for each day). */
export function readRosterSheet(rows: readonly SheetRow[], reading: ReadingRoster): RosterSheet {
  const filled = rows.filter(({ cells }) => cells.some((cell) => plain(cell) !== ''));
  const context: Context = { ...reading, faults: [] };
  const at = filled.findIndex(({ cells }) => layoutOf(cells) !== 'unknown');
  const header = filled[at];
  if (header === undefined) return { layout: 'unknown', cells: [], faults: [] };
  const layout = layoutOf(header.cells);
  const body = filled.slice(at + 1);
  const found = layout === 'list' ? readList(header, body, context) : readMatrix(header, body, context);
  return { layout, cells: withoutDoubled(found, context), faults: context.faults };
}

function layoutOf(cells: readonly string[]): RosterSheet['layout'] {
  const names = cells.map(plain);
  const has = (headers: readonly string[]) => names.some((name) => headers.includes(name));
  if (!has(NAME_HEADERS)) return 'unknown';
  if (has(DATE_HEADERS) && has(CODE_HEADERS)) return 'list';
  return names.some(looksLikeDay) ? 'matrix' : 'unknown';
}

const indexIn = (cells: readonly string[], headers: readonly string[]): number =>
  cells.findIndex((cell) => headers.includes(plain(cell)));

function agentNamed(name: string, { agents }: Context): AgentId | undefined {
  return agents.find((agent) => plain(agent.name) === name)?.id;
}

const noAgent = (name: string): string => (name === '' ? '没有写员工' : `团队里没有「${name}」`);

function codeOf(text: string, { templates }: Context): ShiftCode | undefined {
  const word = plain(text);
  if (REST_WORDS.has(word)) return REST_CODE;
  if (LEAVE_WORDS.has(word)) return LEAVE_CODE;
  const template = templates.find(({ code, name }) => code === word.toUpperCase() || name === word);
  return template?.code;
}

const noCode = ({ templates }: Context): string =>
  `班次只能是 ${[...templates.map(({ code }) => code), REST_CODE, LEAVE_CODE].join('、')}`;

function readList(header: SheetRow, body: readonly SheetRow[], context: Context): Found[] {
  const [dateAt, nameAt, codeAt] = [DATE_HEADERS, NAME_HEADERS, CODE_HEADERS].map((headers) =>
    indexIn(header.cells, headers),
  );
  const cellAt = (row: SheetRow, index = -1) => plain(row.cells[index]);
  return body.flatMap((row) => {
    const [day, name, word] = [cellAt(row, dateAt), cellAt(row, nameAt), cellAt(row, codeAt)];
    const blind = blindAt(context, row.row, [dateAt, nameAt, codeAt]);
    const date = dayOf(day, context.month);
    const agentId = agentNamed(name, context);
    const code = word === '' ? undefined : codeOf(word, context);
    const fault = (column: string, value: string, reason: string) => {
      context.faults.push({ row: row.row, column, value, reason });
      return [];
    };
    if (blind) return fault('', '', blind.reason);
    if (date === null) return fault('日期', day, '没有这一天，请写成 2026-06-10');
    if (agentId === undefined) return fault('员工', name, noAgent(name));
    if (code === undefined) return fault('班次', word, noCode(context));
    return { cell: { date, agentId, code }, at: { row: row.row, column: '班次', value: word } };
  });
}

const blindAt = ({ blind = [] }: Context, row: number, columns: readonly (number | undefined)[]) =>
  blind.find((cell) => cell.row === row && columns.includes(cell.column));

type DayColumn = { readonly index: number; readonly date: string; readonly header: string };

function readMatrix(header: SheetRow, body: readonly SheetRow[], context: Context): Found[] {
  const nameAt = indexIn(header.cells, NAME_HEADERS);
  const columns = dayColumns(header, context);
  return body.flatMap((row) => {
    const name = plain(row.cells[nameAt]);
    if (FOOTERS.has(name) || isFooter(name, row, columns)) return [];
    const agentId = agentNamed(name, context);
    if (agentId !== undefined) return readDays(row, agentId, { columns, context });
    const reason = blindAt(context, row.row, [nameAt])?.reason ?? noAgent(name);
    context.faults.push({ row: row.row, column: '员工', value: name, reason });
    return [];
  });
}

/** A row without a name and without shifts, such as a note below. */
const isFooter = (name: string, { cells }: SheetRow, columns: readonly DayColumn[]): boolean =>
  name === '' && columns.every(({ index }) => plain(cells[index]) === '');

function dayColumns(header: SheetRow, context: Context): DayColumn[] {
  const columns: DayColumn[] = [];
  for (const [index, cell] of header.cells.entries()) {
    const name = plain(cell);
    if (!looksLikeDay(name)) continue;
    const date = dayOf(name, context.month);
    const isDoubled = columns.some((column) => column.date === date);
    if (date !== null && !isDoubled) columns.push({ index, date, header: name });
    else {
      const reason = date === null ? `${context.month} 没有这一天` : '这一天有两列，只导入第一列';
      context.faults.push({ row: header.row, column: name, value: name, reason });
    }
  }
  return columns;
}

type Days = { readonly columns: readonly DayColumn[]; readonly context: Context };

function readDays(row: SheetRow, agentId: AgentId, { columns, context }: Days): Found[] {
  return columns.flatMap(({ index, date, header }) => {
    const value = plain(row.cells[index]);
    const blind = blindAt(context, row.row, [index]);
    const code = codeOf(value, context);
    if (blind === undefined && code !== undefined)
      return { cell: { date, agentId, code }, at: { row: row.row, column: header, value } };
    context.faults.push({ row: row.row, column: header, value, reason: blind?.reason ?? noCode(context) });
    return [];
  });
}

/** A day that a file has twice with two shifts is left out, since the file does not say which one holds. */
function withoutDoubled(found: readonly Found[], { faults }: Context): RosterCell[] {
  const byDay = Map.groupBy(found, ({ cell }) => `${cell.date} ${cell.agentId}`);
  return [...byDay.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (same.every(({ cell }) => cell.code === first.cell.code)) return first.cell;
    for (const { at } of same) faults.push({ ...at, reason: `${first.cell.date} 有两个不同的班次` });
    return [];
  });
}

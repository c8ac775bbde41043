import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';
import type { ScriptColumns, ScriptFileFormat } from '../../../shared/domain/scripts/script-file.ts';
import type { ListedTables } from '../../imports/reading/list-tables.ts';
import type { Progress, RawRow, Table, TableReading } from '../../imports/reading/raw-row.ts';
import { readRows } from './read-rows.ts';
import { detectLayout, layoutScore, type ScriptLayout, withHeaderRow } from './script-layout.ts';
import type { ReadRow } from './script-row.ts';

export type ListTables = (path: string, progress: Progress) => ListedTables;

/** The agent's decisions on the file; `null`: as it looks. */
export type FileWishes = {
  readonly path: string;
  readonly format: ScriptFileFormat | null;
  readonly columns: ScriptColumns | null;
  readonly hasHeader: boolean | null;
};

export type ScriptFile = {
  readonly kind: 'file';
  readonly sha256: string;
  readonly layout: ScriptLayout;
  /** The first cells of each column, for choosing what it holds. */
  readonly samples: readonly (readonly string[])[];
  /** The sheets of a workbook that are not read. */
  readonly leftOut: readonly LeftOutSheet[];
  readonly rows: () => Iterable<ReadRow>;
};
export type OpenedScriptFile = ScriptFile | { readonly kind: 'unreadable'; readonly reason: string };

const SAMPLES = 3;
/** By position, for a file of that kind that does not name its columns. */
const USUAL_COLUMNS = {
  qianniu: ['code', 'content', 'group'],
  feiniu: ['code', 'content', 'group'],
  v3: ['group', 'code', 'title', 'content', 'picture', null],
} as const satisfies Record<Exclude<ScriptFileFormat, 'table'>, ScriptColumns>;

type Candidate = { readonly reading: TableReading; readonly layout: ScriptLayout };

function likeliest(candidates: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  for (const one of candidates) {
    if (!best || layoutScore(one.layout) > layoutScore(best.layout)) best = one;
  }
  return best;
}

/** Every other sheet with anything in it, so that nobody believes it came in. */
function leftOutOf(candidates: readonly Candidate[], best: Candidate): LeftOutSheet[] {
  return candidates.flatMap((candidate) => {
    const { sheet } = candidate.reading.table;
    if (candidate === best || sheet === undefined) return [];
    if (first(candidate.reading.head(), 1).next().done === true) return [];
    const looksLikeScripts = candidate.layout.columns.includes('content');
    return [
      {
        sheet,
        reason: looksLikeScripts
          ? `一次只读一张工作表，这次读的是「${best.reading.table.sheet ?? ''}」；请另存为单独的文件导入`
          : '没有找到话术的列名（编码、内容、分组…）',
      },
    ];
  });
}

function* first(rows: Iterable<RawRow>, count: number): Generator<RawRow> {
  let taken = 0;
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    yield row;
    taken++;
    if (taken === count) return;
  }
}

function asWished({ reading, layout }: Candidate, wishes: FileWishes): ScriptLayout {
  const { format, columns, hasHeader } = wishes;
  const ofFormat = format === null ? layout : { ...layout, format, columns: columnsFor(layout, format) };
  const withHeader =
    hasHeader === null || hasHeader === layout.headerRow > 0
      ? ofFormat
      : withHeaderRow(ofFormat, hasHeader ? [...first(reading.head(), 1)][0] : undefined);
  return columns === null ? withHeader : { ...withHeader, columns };
}

function columnsFor(layout: ScriptLayout, format: ScriptFileFormat): ScriptColumns {
  const isUnnamed = layout.columns.every((field) => field === null);
  return format !== 'table' && isUnnamed ? [...USUAL_COLUMNS[format]] : layout.columns;
}

function samplesOf(reading: TableReading, { headerRow, columns }: ScriptLayout): string[][] {
  const rows = [...first(reading.head(), SAMPLES + headerRow)].filter(({ row }) => row > headerRow);
  return columns.map((_field, index) =>
    rows.slice(0, SAMPLES).map(({ cells }) => (cells[index] ?? '').trim().slice(0, 200)),
  );
}

/** Leaves out the advice about order exports, which does not help an agent who imports scripts. */
function inOtherWords(reason: string): string {
  return reason
    .replace(/（订单编号列[^）]*）/u, '')
    .replace(/从商家后台导出的订单报表或宝贝报表|导出的订单报表或宝贝报表/u, '话术文件')
    .replace('重新导出后再导入', '重新选择文件');
}

type Opening = {
  readonly listTables: ListTables;
  /** The fields that the agent last took the columns for; `undefined`: a header that was never seen. */
  readonly recall: (layout: ScriptLayout) => ScriptColumns | undefined;
  readonly progress: Progress;
};

/** A header that no alias knows is known once the agent has said what its columns hold. */
function recalled({ reading, layout }: Candidate, recall: Opening['recall']): ScriptLayout {
  if (layout.format !== 'table') return layout;
  const named = layout.headerRow > 0 ? layout : withHeaderRow(layout, [...first(reading.head(), 1)][0]);
  const columns = recall(named);
  return columns?.length === named.columns.length ? { ...named, columns } : layout;
}

/** Finds out what the file is; nothing of it is kept in memory. */
export function openScriptFile(
  wishes: FileWishes,
  { listTables, recall, progress }: Opening,
): OpenedScriptFile {
  const listed = listTables(wishes.path, progress);
  if (listed.kind === 'unreadable') return { kind: 'unreadable', reason: inOtherWords(listed.reason) };
  const candidates = listed.tables.map((reading) => ({ reading, layout: detectLayout(reading.head()) }));
  const best = likeliest(candidates);
  if (!best) return { kind: 'unreadable', reason: '文件里没有表格；请选择话术文件（.csv 或 .xlsx）' };
  const layout = asWished({ ...best, layout: recalled(best, recall) }, wishes);
  const { table } = best.reading;
  return {
    kind: 'file',
    sha256: listed.sha256,
    layout,
    samples: samplesOf(best.reading, layout),
    leftOut: leftOutOf(candidates, best),
    rows: () => readTable(table, layout, progress),
  };
}

function readTable(table: Table, layout: ScriptLayout, progress: Progress): Iterable<ReadRow> {
  return readRows(table.rows(progress), { ...layout, isWorkbook: table.sheet !== undefined });
}

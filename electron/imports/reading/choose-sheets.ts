import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';
import type { Detected, FileCatalogue } from '../kinds/file-catalogue.ts';
import type { Header, HeaderSearch } from './columns/find-header.ts';
import type { Table } from './raw-row.ts';

type Candidate = { readonly table: Table; readonly search: HeaderSearch };
type Report = { readonly table: Table; readonly header: Header };
type Known = Extract<Detected, { kind: 'known' }>;
type Found = { readonly report: Report; readonly known: Known };

type Chosen = {
  readonly tables: readonly [Report, ...Report[]];
  readonly leftOut: readonly LeftOutSheet[];
};

/** The name of the one sheet that 千牛 writes. */
const EXPORT_SHEET = 'export';
const HIDDEN = '工作表已隐藏；如需导入，请取消隐藏后重新选择文件';
const NO_HEADER = '没有找到报表的表头';
const ON_ITS_OWN = '请另存为单独的文件导入';

/**
 * All sheets that are reports of one kind are read together, in their order. Each of the others is left out with its
 * reason, so that nobody believes it came in; a sheet without a word is not worth mentioning. `undefined`: no report.
 */
export function chooseSheets(candidates: readonly Candidate[], catalogue: FileCatalogue): Chosen | undefined {
  const looked = candidates.map((candidate) => ({ candidate, found: find(candidate, catalogue) }));
  const main = looked.flatMap(({ found }) => found ?? []).toSorted((a, b) => rank(a) - rank(b))[0];
  if (!main) return undefined;
  const others: Report[] = [];
  const leftOut: LeftOutSheet[] = [];
  for (const { candidate, found } of looked) {
    if (found === main) continue;
    const reason = found ? whyNotWith(main, found) : whyNoReport(candidate, catalogue);
    if (reason !== undefined) leftOut.push({ sheet: candidate.table.sheet ?? '', reason });
    else if (found) others.push(found.report);
  }
  return { tables: [main.report, ...others], leftOut };
}

function find({ table, search }: Candidate, catalogue: FileCatalogue): Found | undefined {
  if (!search.best) return undefined;
  const known = catalogue.detect(search.best.headers);
  return known.kind === 'known' ? { report: { table, header: search.best }, known } : undefined;
}

function rank({ report: { table } }: Found): number {
  if (table.sheet?.trim().toLowerCase() === EXPORT_SHEET) return 0;
  return table.isHidden ? 2 : 1;
}

function whyNotWith(main: Found, { report, known }: Found): string | undefined {
  if (report.table.isHidden && !main.report.table.isHidden) return HIDDEN;
  const { label, platforms } = known.format;
  if (known.recordKind !== main.known.recordKind) return `这是${label}，${ON_ITS_OWN}`;
  const isOfSameShop = main.known.format.platforms.some((platform) => platforms.includes(platform));
  return isOfSameShop
    ? undefined
    : `这是${label}，与「${main.report.table.sheet}」不是同一平台，${ON_ITS_OWN}`;
}

function whyNoReport({ search }: Candidate, catalogue: FileCatalogue): string | undefined {
  if (search.firstRows.every((row) => row.every((cell) => cell === ''))) return undefined;
  const detected = search.best && catalogue.detect(search.best.headers);
  return detected?.kind === 'unreadable' ? detected.cause : NO_HEADER;
}

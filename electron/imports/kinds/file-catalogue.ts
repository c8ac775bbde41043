import { PLATFORMS, type Platform } from '../../../shared/domain/team/shop.ts';
import type { ColumnGroup, KnownColumns } from '../reading/columns/column-plan.ts';
import { normaliseHeader } from '../reading/columns/header-name.ts';
import type { ExportFormat, ExportKind, Marks, Stranger } from './export-kind.ts';
import { foreignFile, likelyForeign } from './foreign-files.ts';

export type KnownFormat = { readonly recordKind: ExportKind; readonly format: ExportFormat };

export type Detected =
  | (KnownFormat & {
      readonly kind: 'known';
      readonly known: KnownColumns;
      /** Those of the format, or all where no column shows which one it is. */
      readonly platforms: readonly Platform[];
    })
  | {
      readonly kind: 'unreadable';
      readonly reason: string;
      /** The reason alone, without what else can be imported. */
      readonly cause: string;
    };

type Names = ReadonlySet<string>;
/** An import neither keeps the words of identity papers nor writes them back. */
const isForbidden = (name: string): boolean => name.includes('身份证') || name === '实名姓名';

type FirstRows = readonly (readonly string[])[];

const LISTED_COLUMNS = 12;

export type FileCatalogue = ReturnType<typeof createFileCatalogue>;

/**
 * Every layout of file that can be imported. A kind that comes first is asked first, so one that takes nearly any file
 * comes last.
 */
export function createFileCatalogue(kinds: readonly ExportKind[]) {
  const entries = kinds.map((kind) => ({ kind, known: knownColumns(kind) }));
  const labels = kinds.flatMap(({ formats }) => formats.map(({ label }) => label));
  const canImport = `这里可以导入${kinds.map(({ files }) => files).join('、')}（${labels.join('、')}）`;

  const countOf = (known: KnownColumns, names: Names): number =>
    [...names].filter((name) => known.isKnown(name)).length;

  /** How many of the columns belong to the one kind that knows most of them. */
  const countKnown = (names: Names): number =>
    Math.max(0, ...entries.map(({ known }) => countOf(known, names)));

  /** The agent is told about the likeliest kind where no file of any kind fits. */
  function likeliest(names: Names): ExportKind | undefined {
    const counted = entries.map(({ kind, known }) => ({ kind, count: countOf(known, names) }));
    return counted.toReversed().toSorted((a, b) => b.count - a.count)[0]?.kind;
  }

  const unreadable = (cause: string) =>
    ({ kind: 'unreadable', cause, reason: `${cause}；${canImport}` }) as const;
  const isStranger = ({ what }: Stranger, kind: ExportKind) => unreadable(`这是${what}，不是${kind.label}`);

  function strangerBy(fits: (stranger: Stranger) => boolean) {
    for (const { kind } of entries) {
      const stranger = kind.strangers.find(fits);
      if (stranger) return isStranger(stranger, kind);
    }
    return undefined;
  }

  /** The columns decide, never the file's name. */
  function detect(headers: readonly string[]): Detected {
    const names = new Set(headers.map(normaliseHeader));
    const foreign = foreignFile(names);
    if (foreign !== undefined) return unreadable(foreign);
    for (const { kind, known } of entries) {
      if (kind.strangers.some(({ marks }) => fitsOne(names, marks))) continue;
      const format = kind.formats.find((one) => fitsFormat(names, one));
      if (!format) continue;
      const isSure = showsPlatform(names, format);
      const strange = isSure ? [] : headers.filter((header) => !known.isKnown(normaliseHeader(header)));
      const reason = likelyForeign(strange);
      if (reason !== undefined) return unreadable(reason);
      const platforms = isSure ? format.platforms : PLATFORMS;
      return { kind: 'known', recordKind: kind, format, known, platforms };
    }
    return strangerBy(({ marks }) => fitsOne(names, marks)) ?? withoutKey(names, headers);
  }

  function withoutKey(names: Names, headers: readonly string[]): Detected {
    const column = likeliest(names)?.keyColumn ?? '编号';
    const read = `文件里没有${column}这一列，无法导入。读到的列：${listColumns(headers)}`;
    return unreadable(`${read}。请在导出时勾选「${column}」后重新导出`);
  }

  /** Says what a file is that has no header that we know, as far as its first rows tell. */
  function explainUnknown(firstRows: FirstRows): string {
    const firstCell = firstRows[0]?.[0] ?? '';
    const rows = firstRows.map((row) => new Set(row.map(normaliseHeader)));
    const stranger =
      strangerBy((one) => one.firstCell?.test(firstCell) === true) ??
      strangerBy(({ marks }) => rows.some((names) => fitsOne(names, marks)));
    if (stranger) return stranger.reason;
    const foreign = rows.map(foreignFile).find((reason) => reason !== undefined);
    if (foreign !== undefined) return unreadable(foreign).reason;
    const widest = firstRows.toSorted((a, b) => b.filter(Boolean).length - a.filter(Boolean).length)[0] ?? [];
    if (!widest.some((cell) => cell !== '')) return `文件里没有数据；${canImport}`;
    const kind = likeliest(new Set(widest.map(normaliseHeader)));
    return `${kind ? missingHeader(kind) : ''}读到的列：${listColumns(widest)}。${canImport}`;
  }

  return {
    countKnown,
    detect,
    explainUnknown,
    /** A format that a later build has dropped still has its name in the list of imports. */
    formatNamed: (name: string): KnownFormat | undefined =>
      kinds
        .flatMap((recordKind) => recordKind.formats.map((format) => ({ recordKind, format })))
        .find(({ format }) => format.name === name),
    /** A file that a platform has named like this is worth a look, however large it is. */
    hasTellingName: (fileName: string): boolean => kinds.some((kind) => kind.fileName.test(fileName)),
  };
}

function knownColumns({ formats, longTail }: ExportKind): KnownColumns {
  const aliases = formats.flatMap(({ columns }) => columns.flatMap(aliasesIn));
  const known = new Set([...aliases, ...longTail].map(normaliseHeader));
  return {
    isKnown: (name) => known.has(name) || isForbidden(name),
    isForbidden,
  };
}

function aliasesIn({ fields }: ColumnGroup): readonly string[] {
  return Object.values(fields).flatMap((aliases) => aliases ?? []);
}

function missingHeader({ label, usualColumns }: ExportKind): string {
  return `没有找到${label}报表的表头：缺少${usualColumns.join('、')}等列。`;
}

function fitsFormat(names: Names, { marks, needs }: ExportFormat): boolean {
  const isThere = (aliases: readonly string[]) => aliases.some((alias) => names.has(normaliseHeader(alias)));
  return needs.every(isThere) && marks.some((one) => fitsOne(names, one));
}

function showsPlatform(names: Names, { signs }: ExportFormat): boolean {
  return signs === undefined || signs.some((sign) => names.has(normaliseHeader(sign)));
}

function fitsOne(names: Names, { all = [], any = [], none = [], mostly }: Marks): boolean {
  const has = (mark: string) => names.has(normaliseHeader(mark));
  if (!all.every(has) || none.some(has) || (any.length > 0 && !any.some(has))) return false;
  return mostly === undefined || mostly.of.filter(has).length > mostly.than.filter(has).length;
}

function listColumns(headers: readonly string[]): string {
  const filled = headers.filter((header) => header !== '');
  const listed = filled.slice(0, LISTED_COLUMNS).map((header) => header.slice(0, 20));
  return `${listed.join('、')}${filled.length > LISTED_COLUMNS ? ` 等 ${filled.length} 列` : ''}`;
}

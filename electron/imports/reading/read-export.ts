import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';
import type { ExportFormat, ExportKind } from '../kinds/export-kind.ts';
import type { Detected, FileCatalogue } from '../kinds/file-catalogue.ts';
import { type ExportColumn, planColumns } from './columns/column-plan.ts';
import { createMapRow } from './columns/map-row.ts';
import type { Row } from './export-row.ts';
import { joinSheets, type SheetReading } from './join-sheets.ts';
import { type OpenedTable, type OpenedTables, openTables } from './open-table.ts';
import type { Progress } from './raw-row.ts';
import { examineFile, type FileFacts } from './text/file-pieces.ts';
import { HEAD_BYTES } from './text/sniff-file.ts';
import { reasonOfUnreadable } from './unreadable-file.ts';

export type { ExportColumn } from './columns/column-plan.ts';
export type { Row } from './export-row.ts';

export type ReadExportOptions = Progress;

export type ReadableExport = {
  readonly kind: 'readable';
  readonly recordKind: ExportKind;
  /** The layouts of its sheets together. */
  readonly layout: Pick<ExportFormat, 'label' | 'platforms'>;
  /** Name of the layout of its first sheet. */
  readonly format: string;
  /** Of the whole file, in hex. */
  readonly sha256: string;
  /** Names of the worksheets that are read; none for text. */
  readonly sheets: readonly string[];
  /** Other sheets of the file, and why they are not read. */
  readonly leftOut: readonly LeftOutSheet[];
  readonly columns: readonly ExportColumn[];
  /** Headers that no platform is known to use; their cells are kept as extra. */
  readonly unknownColumns: readonly string[];
  /** The header row as the file has it, for writing rejected rows back. */
  header(): string[];
  /**
   * Reads the file from its start, each time it is called. Throws `StoppedError` when asked to stop and
   * `AppError` when the file turns out to be broken further on; what was yielded before is then incomplete.
   */
  rows(): Iterable<Row>;
};

export type ExportReading = { readonly kind: 'unreadable'; readonly reason: string } | ReadableExport;

export type ReadExport = (path: string, options: ReadExportOptions) => ExportReading;

/** Opens a file, finds out what it is and yields its rows without holding the whole file in memory. */
export function createReadExport(catalogue: FileCatalogue): ReadExport {
  return (path, options) => {
    try {
      const facts = examineFile(path, options, HEAD_BYTES);
      const opened = openTables(path, { facts, catalogue, progress: options });
      return opened.kind === 'unreadable' ? opened : describe(opened, { facts, options, catalogue });
    } catch (error) {
      const reason = reasonOfUnreadable(error);
      if (reason === undefined) throw error;
      return { kind: 'unreadable', reason };
    }
  };
}

type Context = {
  readonly facts: FileFacts;
  readonly options: ReadExportOptions;
  readonly catalogue: FileCatalogue;
};

function describe(opened: OpenedTables, { facts, options, catalogue }: Context): ExportReading {
  const [first, ...more] = opened.tables;
  const detected = catalogue.detect(first.header.headers);
  if (detected.kind === 'unreadable') return detected;
  const { recordKind } = detected;
  const main = sheetOf(first, detected);
  const sheets = [main, ...more.flatMap((table) => readSheet(table, catalogue))];
  const joined = joinSheets(sheets);
  const columns = sheets.flatMap(({ plan }) => plan.columns);
  const unknown = sheets.flatMap(({ plan }) => plan.unknownColumns);
  return {
    kind: 'readable',
    recordKind,
    layout: layoutOf(sheets.map(({ format }) => format)),
    format: main.format.name,
    sha256: facts.sha256,
    sheets: sheets.flatMap(({ sheet }) => sheet ?? []),
    leftOut: opened.leftOut,
    columns,
    unknownColumns: more.length === 0 ? main.plan.unknownColumns : [...new Set(unknown)],
    header: () => [...joined.headers],
    rows: () => joined.rows(options),
  };
}

function readSheet(opened: OpenedTable, catalogue: FileCatalogue): SheetReading[] {
  const detected = catalogue.detect(opened.header.headers);
  return detected.kind === 'known' ? [sheetOf(opened, detected)] : [];
}

type Known = Extract<Detected, { kind: 'known' }>;

function sheetOf({ table, header }: OpenedTable, { format, known }: Known): SheetReading {
  const plan = planColumns(header.headers, { columns: format.columns, known });
  return {
    sheet: table.sheet,
    format,
    plan,
    *rows(progress) {
      const mapRow = createMapRow(plan, format.createReadRow(plan, { isDate1904: table.isDate1904 }));
      for (const raw of table.rows(progress)) {
        if (raw.row <= header.row) continue;
        const row = mapRow(raw);
        if (row) yield row;
      }
    },
  };
}

/** A file of several reports is about the shops that all of them can be about. */
function layoutOf(formats: readonly ExportFormat[]): Pick<ExportFormat, 'label' | 'platforms'> {
  const [first, ...others] = formats;
  return {
    label: [...new Set(formats.map(({ label }) => label))].join('、'),
    platforms: (first?.platforms ?? []).filter((platform) =>
      others.every(({ platforms }) => platforms.includes(platform)),
    ),
  };
}

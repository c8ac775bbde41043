import type { ExportFormat, ExportKind } from '../kinds/export-kind.ts';
import type { FileCatalogue } from '../kinds/file-catalogue.ts';
import { type ColumnPlan, type ExportColumn, planColumns } from './columns/column-plan.ts';
import { createMapRow } from './columns/map-row.ts';
import type { Row } from './export-row.ts';
import { type OpenedTable, openTable } from './open-table.ts';
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
  readonly layout: ExportFormat;
  /** Name of the layout. */
  readonly format: string;
  /** Of the whole file, in hex. */
  readonly sha256: string;
  /** Name of the worksheet that was read; `undefined` for text. */
  readonly sheet: string | undefined;
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
      const opened = openTable(path, { facts, catalogue, progress: options });
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

function describe({ table, header }: OpenedTable, { facts, options, catalogue }: Context): ExportReading {
  const detected = catalogue.detect(header.headers);
  if (detected.kind === 'unreadable') return detected;
  const { recordKind, format, known } = detected;
  const plan: ColumnPlan = planColumns(header.headers, { columns: format.columns, known });

  function* readRows(): Generator<Row> {
    const mapRow = createMapRow(plan, format.createReadRow(plan, { isDate1904: table.isDate1904 }));
    for (const raw of table.rows(options)) {
      if (raw.row <= header.row) continue;
      const row = mapRow(raw);
      if (row) yield row;
    }
  }

  return {
    kind: 'readable',
    recordKind,
    layout: format,
    format: format.name,
    sha256: facts.sha256,
    sheet: table.sheet,
    columns: plan.columns,
    unknownColumns: plan.unknownColumns,
    header: () => [...plan.headers],
    rows: () => (format.joinRows ? format.joinRows(readRows()) : readRows()),
  };
}

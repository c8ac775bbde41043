import type { FileFormat } from '../../../shared/domain/import-run.ts';
import { addUpSubOrders } from './add-up-sub-orders.ts';
import { type ColumnPlan, type ExportColumn, planColumns } from './columns/column-plan.ts';
import { detectFormat } from './columns/detect-format.ts';
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
  readonly format: FileFormat;
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
   * Reads the file from its start, each time it is called. Throws `ReadingStoppedError` when asked to stop and
   * `AppError` when the file turns out to be broken further on; what was yielded before is then incomplete.
   */
  rows(): Iterable<Row>;
};

export type ExportReading = { readonly kind: 'unreadable'; readonly reason: string } | ReadableExport;

/** Opens a file, finds out what it is and yields its rows without holding the whole file in memory. */
export function readExport(path: string, options: ReadExportOptions): ExportReading {
  try {
    const facts = examineFile(path, options, HEAD_BYTES);
    const opened = openTable(path, facts, options);
    return opened.kind === 'unreadable' ? opened : describe(opened, { facts, options });
  } catch (error) {
    const reason = reasonOfUnreadable(error);
    if (reason === undefined) throw error;
    return { kind: 'unreadable', reason };
  }
}

type Context = { readonly facts: FileFacts; readonly options: ReadExportOptions };

function describe({ table, header }: OpenedTable, { facts, options }: Context): ExportReading {
  const detected = detectFormat(header.headers);
  if (detected.kind === 'unreadable') return detected;
  const { format } = detected;
  const plan: ColumnPlan = planColumns(header.headers, format);

  function* readRows(): Generator<Row> {
    const mapRow = createMapRow(plan, { format, isDate1904: table.isDate1904 });
    for (const raw of table.rows(options)) {
      if (raw.row <= header.row) continue;
      const row = mapRow(raw);
      if (row) yield row;
    }
  }

  return {
    kind: 'readable',
    format,
    sha256: facts.sha256,
    sheet: table.sheet,
    columns: plan.columns,
    unknownColumns: plan.unknownColumns,
    header: () => [...plan.headers],
    rows: () => addUpSubOrders(readRows(), format),
  };
}

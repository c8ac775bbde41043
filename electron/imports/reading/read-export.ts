import type { LeftOutSheet } from '../../../shared/domain/import-run.ts';
import { PLATFORMS, type Platform } from '../../../shared/domain/team/shop.ts';
import type { ExportFormat, ExportKind } from '../kinds/export-kind.ts';
import type { Detected, FileCatalogue } from '../kinds/file-catalogue.ts';
import { type ExportColumn, planColumns } from './columns/column-plan.ts';
import { createMapRow } from './columns/map-row.ts';
import type { Row } from './export-row.ts';
import { joinSheets, type SheetReading } from './join-sheets.ts';
import { createNewWords, type NewWords } from './new-words.ts';
import { type OpenedTable, type OpenedTables, openTables } from './open-table.ts';
import type { Progress } from './raw-row.ts';
import { hasRoundedNumbers } from './rounded-numbers.ts';
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
  readonly layout: Pick<ExportFormat, 'label'>;
  /** Name of the layout of its first sheet. */
  readonly format: string;
  /** The platforms of whose shops the file can be about. */
  readonly platforms: readonly Platform[];
  /** Of the whole file, in hex. */
  readonly sha256: string;
  /** Names of the worksheets that are read; none for text. */
  readonly sheets: readonly string[];
  /** Other sheets of the file, and why they are not read. */
  readonly leftOut: readonly LeftOutSheet[];
  readonly columns: readonly ExportColumn[];
  /** Headers that no platform is known to use; their cells are kept as extra. */
  readonly unknownColumns: readonly string[];
  /** In the agent's words: what the file does not say, and which words of it are new; whole once its rows were read. */
  notes(): readonly string[];
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
  const newWords = createNewWords();
  const known = [detected, ...more.flatMap((table) => knownAs(table, catalogue))];
  const main = sheetOf(first, detected, newWords);
  const sheets = [
    main,
    ...more.flatMap((table) => knownAs(table, catalogue).map((one) => sheetOf(table, one, newWords))),
  ];
  const joined = joinSheets(sheets);
  const columns = sheets.flatMap(({ plan }) => plan.columns);
  const unknown = sheets.flatMap(({ plan }) => plan.unknownColumns);
  const silences = sheets.flatMap(({ format, plan }) => format.silences?.(plan) ?? []);
  return {
    kind: 'readable',
    recordKind,
    layout: { label: [...new Set(sheets.map(({ format }) => format.label))].join('、') },
    format: main.format.name,
    platforms: PLATFORMS.filter((platform) => known.every(({ platforms }) => platforms.includes(platform))),
    sha256: facts.sha256,
    sheets: sheets.flatMap(({ sheet }) => sheet ?? []),
    leftOut: opened.leftOut,
    columns,
    unknownColumns: more.length === 0 ? main.plan.unknownColumns : [...new Set(unknown)],
    notes: () => [...new Set(silences), ...newWords.sentences()],
    header: () => [...joined.headers],
    rows() {
      newWords.forget();
      return joined.rows(options);
    },
  };
}

type Known = Extract<Detected, { kind: 'known' }>;

function knownAs(opened: OpenedTable, catalogue: FileCatalogue): Known[] {
  const detected = catalogue.detect(opened.header.headers);
  return detected.kind === 'known' ? [detected] : [];
}

function sheetOf({ table, header }: OpenedTable, { format, known }: Known, newWords: NewWords): SheetReading {
  const plan = planColumns(header.headers, { columns: format.columns, known });
  let wasSaved: boolean | undefined;
  return {
    sheet: table.sheet,
    format,
    plan,
    *rows(progress) {
      wasSaved ??= hasRoundedNumbers(table.rows({}), format.numbers(plan));
      const cells = {
        isDate1904: table.isDate1904,
        hasRoundedNumbers: wasSaved,
        noteWord: newWords.note,
      };
      const mapRow = createMapRow(plan, format.createReadRow(plan, cells));
      for (const raw of table.rows(progress)) {
        if (raw.row <= header.row) continue;
        const row = mapRow(raw);
        if (row) yield row;
      }
    },
  };
}

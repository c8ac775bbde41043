import { below, pick, type Random } from '../../bench/support/random.ts';
import { type ExportEncoding, encodeText, toCsv } from '../../support/export-files.ts';
import { buildXlsx } from '../../support/xlsx-files.ts';
import { mutateBytes, mutateWorkbook } from './mutate-bytes.ts';
import { mutateGrid, recordsIn } from './mutate-grid.ts';
import { type WrittenExport, writtenExport } from './written-export.ts';

export type MutatedFile = Pick<WrittenExport, 'name' | 'platform'> & {
  readonly bytes: Uint8Array;
  readonly extension: string;
  /** The kind of mutation, for the report. */
  readonly how: string;
  /** No amount in it is another than its record's. */
  readonly hasTrueAmounts: boolean;
  /** The lines that the import has to count; `null`: nobody can tell. */
  readonly records: number | null;
};

const ENCODINGS: readonly ExportEncoding[] = [
  'gb18030',
  'utf-8',
  'utf-8-bom',
  'utf-16le-bom',
  'utf-16be-bom',
];

function csvOf(grid: WrittenExport['grid'], random: Random): Uint8Array {
  const encoding = pick(random, ENCODINGS);
  const text = toCsv(grid, {
    eol: pick(random, ['\r\n', '\n']),
    delimiter: pick(random, [',', ',', '\t']),
    quotes: pick(random, ['needed', 'all']),
    hasFinalEol: random() < 0.8,
  });
  return encodeText(text, encoding);
}

const xlsxOf = (grid: WrittenExport['grid']): Uint8Array =>
  buildXlsx({ sheets: [{ name: 'Sheet1', rows: grid }] });

/** A file as an export might come: changed by people and programs, damaged on its way, or made to do harm. */
export function mutatedFile(random: Random): MutatedFile {
  const { grid, name, platform } = writtenExport(random);
  const isCsv = random() < 0.6;
  const extension = random() < 0.05 ? pick(random, ['.xls', '.txt', '']) : isCsv ? '.csv' : '.xlsx';
  const write = (cells: WrittenExport['grid']) => (isCsv ? csvOf(cells, random) : xlsxOf(cells));
  const kind = below(random, isCsv ? 2 : 3);
  if (kind === 0) {
    const { grid: mutated, hasTrueAmounts } = mutateGrid(grid, random);
    const records = recordsIn(mutated);
    return { name, platform, extension, how: 'cells', bytes: write(mutated), hasTrueAmounts, records };
  }
  const bytes = kind === 1 ? mutateBytes(write(grid), random) : mutateWorkbook(xlsxOf(grid), random);
  const how = kind === 1 ? 'bytes' : 'parts of a workbook';
  return { name, platform, extension, how, bytes, hasTrueAmounts: false, records: null };
}

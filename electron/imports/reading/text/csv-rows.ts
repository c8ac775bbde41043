import type { RawRow } from '../raw-row.ts';
import { type CsvScan, readRecord, startScan } from './csv-scanner.ts';

/** One record of more characters than this has lost a quote: no cell of an export is near it. */
const MAX_RECORD_CHARS = 2_000_000;
const LEAST_WIDTH = 3;

const CUT_OFF = '引号没有闭合，文件可能不完整（下载中断或被截断）；请重新导出后再导入';
const CUT_SHORT = '最后一行不完整，文件可能被截断；请重新导出后再导入';
const UNPAIRED = '这一行的引号没有成对，后面的内容会错位；请核对原始文件，或重新导出后再导入';

/**
 * The records of a delimited text that arrives in pieces. A row number counts records, as a spreadsheet that opens
 * the file does: an empty line is a row, a cell with line breaks is still one row.
 */
export function* readCsvRows(pieces: Iterable<string>, delimiter: string): Generator<RawRow> {
  const reader = createRecordReader(delimiter.charCodeAt(0));
  let rest = '';
  for (const piece of pieces) {
    const text = rest + piece;
    const at = yield* reader.read(text);
    rest = text.slice(at);
  }
  yield* reader.finish(rest);
}

function createRecordReader(delimiter: number) {
  let row = 0;
  /** Cells of the last sound record: what a record of this file looks like. */
  let width = 0;

  function* drain(scan: CsvScan): Generator<RawRow, number> {
    let start = scan.at;
    while (start < scan.text.length && readRecord(scan, delimiter)) {
      yield takeRecord(scan, start);
      start = scan.at;
    }
    return start;
  }

  /** Moves `scan.at` back where the record has swallowed others. */
  function takeRecord(scan: CsvScan, start: number): RawRow {
    row++;
    const resumeAt = isSuspicious(scan, start) ? findSoundLine(scan, start) : undefined;
    if (resumeAt === undefined) return judge(scan);
    scan.at = resumeAt;
    return { row, cells: firstLineCells(scan.text.slice(start, resumeAt)), damage: UNPAIRED };
  }

  function isSuspicious(scan: CsvScan, start: number): boolean {
    if (width < LEAST_WIDTH) return false;
    if (!scan.isUnterminated && scan.cells.length <= width + 1) return false;
    return scan.text.slice(start, scan.at).trimEnd().includes('\n');
  }

  /** A lost quote swallows the lines after it; the first one that is whole by itself is where reading goes on. */
  function findSoundLine(scan: CsvScan, start: number): number | undefined {
    let lineStart = scan.text.indexOf('\n', start) + 1;
    while (lineStart > 0 && lineStart < scan.at) {
      const lineEnd = scan.text.indexOf('\n', lineStart);
      const line = scan.text.slice(lineStart, lineEnd === -1 ? scan.at : lineEnd);
      const alone = startScan(line, 0, true);
      readRecord(alone, delimiter);
      if (!alone.isUnterminated && alone.cells.length === width) return lineStart;
      lineStart = lineEnd + 1;
    }
    return undefined;
  }

  function firstLineCells(text: string): string[] {
    const alone = startScan(text.split('\n', 1)[0] ?? '', 0, true);
    readRecord(alone, delimiter);
    return alone.cells;
  }

  function judge(scan: CsvScan): RawRow {
    const { cells } = scan;
    if (scan.isUnterminated) return { row, cells, damage: CUT_OFF };
    if (isCutShort(scan)) return { row, cells, damage: CUT_SHORT };
    if (cells.length >= LEAST_WIDTH) width = cells.length;
    return { row, cells };
  }

  /** Fewer cells than the row before and no line break at the end: the rest of the file did not arrive. */
  function isCutShort({ cells, at, text, isLast }: CsvScan): boolean {
    if (!isLast || at < text.length || cells.length >= width || cells.length < LEAST_WIDTH) return false;
    return !/[\r\n]$/.test(text);
  }

  /** As if the file ended here: the record is broken, and the lines that it swallowed are read again. */
  function* giveUp(text: string, at: number): Generator<RawRow, number> {
    const scan = startScan(text, at, true);
    readRecord(scan, delimiter);
    scan.isUnterminated = true;
    yield takeRecord(scan, at);
    return yield* drain(startScan(text, scan.at, false));
  }

  return {
    /** Reads whole records and returns where the unfinished one starts. */
    *read(text: string): Generator<RawRow, number> {
      const at = yield* drain(startScan(text, 0, false));
      return text.length - at > MAX_RECORD_CHARS ? yield* giveUp(text, at) : at;
    },
    *finish(text: string): Generator<RawRow> {
      yield* drain(startScan(text, 0, true));
    },
  };
}

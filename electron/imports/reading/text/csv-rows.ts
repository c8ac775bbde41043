import type { RawRow } from '../raw-row.ts';
import { type CsvScan, readRecord, startScan } from './csv-scanner.ts';
import { createLostLines, isUnsound, type Line } from './lost-lines.ts';

/** One record of more characters than this has lost a quote: no cell of an export is near it. */
const MAX_RECORD_CHARS = 2_000_000;
const LEAST_WIDTH = 3;
/** A stray empty byte is dropped; so many are a part of the file that never arrived. */
const MAX_EMPTY_BYTES = 8;
const EMPTY_BYTE = '\0';
const NONE: readonly Line[] = [];

const CUT_OFF = '引号没有闭合，文件可能不完整（下载中断或被截断）；请重新导出后再导入';
const CUT_SHORT = '最后一行不完整，文件可能被截断；请重新导出后再导入';
const UNPAIRED = '这一行的引号没有成对，后面的内容会错位；请核对原始文件，或重新导出后再导入';
const EMPTY_PART = '这一行有一段空数据，文件可能没有下载完整；请重新导出后再导入';

/**
 * The records of a delimited text that arrives in pieces. A row number counts records, as a spreadsheet that opens
 * the file does: an empty line is a row, a cell with line breaks is still one row. Where a quote is lost, each line
 * that cannot be read is a row of its own, so that none is lost with it.
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
  const lostLines = createLostLines(delimiter);
  let row = 0;
  /** The look of the last sound record. */
  const shape = { width: 0, firstCell: '' };
  let hasEmptyBytes = false;

  function* drain(scan: CsvScan): Generator<RawRow, number> {
    let start = scan.at;
    while (start < scan.text.length && readRecord(scan, delimiter)) {
      const lineBreak = scan.text.indexOf('\n', start);
      const hasLines = lineBreak !== -1 && lineBreak < scan.at - 1 && shape.width >= LEAST_WIDTH;
      const lines = hasLines ? lostLines(scan, start, shape) : NONE;
      if (lines.length === 0) yield judge(scan);
      else yield* giveBack(lines, scan);
      start = scan.at;
    }
    return start;
  }

  /** Moves back to where the first line begins that can be read again. */
  function* giveBack(lines: readonly Line[], scan: CsvScan): Generator<RawRow> {
    const end = lines.at(-1)?.end ?? scan.at;
    const damage = scan.isUnterminated && end === scan.at ? CUT_OFF : UNPAIRED;
    scan.at = end;
    for (const { cells } of lines) yield { row: ++row, cells, damage };
  }

  function judge(scan: CsvScan): RawRow {
    row++;
    const { cells } = scan;
    const damage = damageOf(scan);
    if (damage !== undefined) return { row, cells, damage };
    if (cells.length >= LEAST_WIDTH) keepShape(cells);
    return { row, cells: hasEmptyBytes ? cells.map((cell) => cell.replaceAll(EMPTY_BYTE, '')) : cells };
  }

  function keepShape(cells: readonly string[]): void {
    shape.width = cells.length;
    shape.firstCell = cells[0] ?? '';
  }

  function damageOf(scan: CsvScan): string | undefined {
    if (scan.isUnterminated) return CUT_OFF;
    if (isCutShort(scan)) return CUT_SHORT;
    if (hasEmptyBytes && emptyBytesIn(scan.cells) > MAX_EMPTY_BYTES) return EMPTY_PART;
    // A lost quote within the line has joined cells: those behind it would come into other columns.
    const isJoined = shape.width >= LEAST_WIDTH && scan.hasStrayQuote && isUnsound(scan, shape);
    return isJoined ? UNPAIRED : undefined;
  }

  /** Fewer cells than the row before and no line break at the end: the rest of the file did not arrive. */
  function isCutShort({ cells, at, text, isLast }: CsvScan): boolean {
    if (!isLast || at < text.length || cells.length >= shape.width || cells.length < LEAST_WIDTH)
      return false;
    return !/[\r\n]$/.test(text);
  }

  /** As if the file ended here: the record is broken, and the lines that it swallowed are read again. */
  function* giveUp(text: string, at: number): Generator<RawRow, number> {
    const scan = startScan(text, at, true);
    readRecord(scan, delimiter);
    scan.isUnterminated = true;
    const lines = lostLines(scan, at, shape);
    if (lines.length === 0) yield judge(scan);
    else yield* giveBack(lines, scan);
    return yield* drain(startScan(text, scan.at, false));
  }

  return {
    /** Reads whole records and returns where the unfinished one starts. */
    *read(text: string): Generator<RawRow, number> {
      hasEmptyBytes = text.includes(EMPTY_BYTE);
      const at = yield* drain(startScan(text, 0, false));
      return text.length - at > MAX_RECORD_CHARS ? yield* giveUp(text, at) : at;
    },
    *finish(text: string): Generator<RawRow> {
      hasEmptyBytes = text.includes(EMPTY_BYTE);
      yield* drain(startScan(text, 0, true));
    },
  };
}

function emptyBytesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split(EMPTY_BYTE).length - 1, 0);
}

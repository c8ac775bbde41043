import { Parser } from 'htmlparser2';
import type { Progress, RawRow, Table } from '../raw-row.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS, tooLongCell } from '../table-limits.ts';
import { decodePieces, type TextEncoding } from '../text/text-pieces.ts';
import { createGridRows } from './grid-rows.ts';

const CUT_OFF = '表格到这里中断，没有结尾，文件可能没有下载完整；请重新导出后再导入';
/** Text within them is none of the table. */
const UNSEEN = new Set(['script', 'style', 'title', 'template']);
const CELLS = new Set(['td', 'th']);
const BLANKS = /[ \t\r\n\f]+/g;

/**
 * A web page that was saved under the name of a workbook: the rows of all its tables, one under the other. What it
 * says of its encoding is often wrong.
 */
export function openHtmlTable(path: string, encoding: TextEncoding): Table {
  return {
    sheet: undefined,
    isHidden: false,
    isDate1904: false,
    rows: (progress) => readRows(path, encoding, progress),
  };
}

function* readRows(path: string, encoding: TextEncoding, progress: Progress): Generator<RawRow> {
  const reader = createHtmlReader();
  for (const text of decodePieces(path, encoding, progress)) {
    reader.push(text);
    yield* reader.takeRows();
  }
  reader.end();
  yield* reader.takeRows();
}

type OpenCell = { lines: string[]; chars: number; readonly across: number; readonly down: number };

/** A table within a cell of another, as layouts have it, gives rows of its own. */
function createHtmlReader() {
  const grid = createGridRows();
  let unseen = 0;
  let tables = 0;
  let isInRow = false;
  let isEnding = false;
  let cell: OpenCell | undefined;

  function startRow(): void {
    endRow();
    grid.startRow();
    isInRow = true;
  }

  function endRow(): void {
    endCell();
    if (isInRow) grid.endRow(isEnding ? CUT_OFF : undefined);
    isInRow = false;
  }

  function startCell(attributes: Readonly<Record<string, string>>): void {
    endCell();
    if (!isInRow) startRow();
    const across = span(attributes['colspan'], MAX_COLUMNS);
    cell = { lines: [''], chars: 0, across, down: span(attributes['rowspan'], MAX_ROWS) };
  }

  function endCell(): void {
    if (!cell) return;
    const text = cell.lines.map((line) => line.replaceAll(BLANKS, ' ').trim()).join('\n');
    grid.add({ text: text.trim(), across: cell.across, down: cell.down });
    cell = undefined;
  }

  function addText(text: string): void {
    if (!cell || unseen > 0) return;
    cell.lines.push((cell.lines.pop() ?? '') + text);
    cell.chars += text.length;
    if (cell.chars > MAX_CELL_CHARS) throw tooLongCell('有一格');
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) unseen++;
      else if (name === 'table') {
        endRow();
        tables++;
      } else if (name === 'tr' && tables > 0) startRow();
      else if (CELLS.has(name) && tables > 0) startCell(attributes);
      else if (name === 'br') cell?.lines.push('');
    },
    ontext: addText,
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen--;
      else if (name === 'table') {
        endRow();
        tables--;
      } else if (name === 'tr') endRow();
      else if (CELLS.has(name)) endCell();
    },
  });

  return {
    push: (text: string) => parser.write(text),
    /** A page that ends within a table was cut off, perhaps between two rows. */
    end(): void {
      isEnding = tables > 0;
      if (isEnding && !isInRow) startRow();
      parser.end();
    },
    takeRows: grid.take,
  };
}

function span(text: string | undefined, most: number): number {
  const stated = Number(text ?? 1);
  return stated >= 1 ? Math.min(Math.floor(stated), most) : 1;
}

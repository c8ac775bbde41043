import { numberText } from '../cells/number-text.ts';
import { type Progress, type RawRow, type ReadingLimits, stopOnly, type Table } from '../raw-row.ts';
import {
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  MAX_ROWS,
  MAX_SHEETS,
  tooLongCell,
  tooManySheets,
} from '../table-limits.ts';
import { readPieces } from '../text/file-pieces.ts';
import { createXmlScanner, type XmlAttributes, type XmlHandler } from '../xml/xml-scanner.ts';
import { xmlText } from '../xml/xml-text.ts';
import { createGridRows } from './grid-rows.ts';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

/** The worksheets of a workbook that is one XML document, as Excel 2003 and many tools of shops write it. */
export function openXmlSheets(path: string, opening: Progress, limits?: ReadingLimits): Table[] {
  return sheetNames(path, stopOnly(opening))
    .slice(0, limits?.sheets)
    .map((sheet, index) => ({
      sheet,
      isHidden: false,
      isDate1904: false,
      rows: (progress) => readRows(path, index, progress),
    }));
}

function sheetNames(path: string, progress: Progress): string[] {
  const names: string[] = [];
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name !== 'Worksheet') return;
      if (names.length === MAX_SHEETS) throw tooManySheets();
      names.push(own(attributes, 'Name') ?? '');
    },
    close() {},
    text() {},
  });
  for (const text of xmlText(readPieces(path, progress))) scanner.push(text);
  scanner.end();
  return names;
}

function* readRows(path: string, index: number, progress: Progress): Generator<RawRow> {
  const reader = createSheetReader(index);
  const scanner = createXmlScanner(reader.handler);
  for (const text of xmlText(readPieces(path, progress))) {
    scanner.push(text);
    yield* reader.takeRows();
    if (reader.isOver()) return;
  }
  scanner.end();
}

/** Attributes of cells stand in the namespace of the cells themselves; a document without any names them plainly. */
function own(attributes: XmlAttributes, name: string): string | undefined {
  return attributes.of(SPREADSHEET, name) ?? attributes.of('ss', name) ?? attributes.get(name);
}

function numberOf(attributes: XmlAttributes, name: string): number | undefined {
  const text = own(attributes, name);
  const number = text === undefined ? Number.NaN : Number(text);
  return number >= 0 ? Math.floor(number) : undefined;
}

function createSheetReader(wanted: number) {
  const grid = createGridRows();
  let sheet = -1;
  let cell: { column: number | undefined; across: number; down: number } | undefined;
  let type = 'String';
  let value = '';
  let isInData = false;
  let isInComment = false;

  function openCell(attributes: XmlAttributes): void {
    const index = numberOf(attributes, 'Index');
    cell = {
      column: index === undefined ? undefined : Math.max(0, index - 1),
      across: 1 + Math.min(numberOf(attributes, 'MergeAcross') ?? 0, MAX_COLUMNS),
      down: 1 + Math.min(numberOf(attributes, 'MergeDown') ?? 0, MAX_ROWS),
    };
    value = '';
  }

  function openData(attributes: XmlAttributes): void {
    // A comment holds a text of its own.
    isInData = !isInComment;
    if (isInData) type = own(attributes, 'Type') ?? 'String';
  }

  function closeCell(): void {
    if (cell) grid.add({ ...cell, text: cellText(type, value) });
    cell = undefined;
  }

  function open(name: string, attributes: XmlAttributes): void {
    if (name === 'Worksheet') sheet++;
    if (sheet !== wanted) return;
    if (name === 'Row') grid.startRow(numberOf(attributes, 'Index'));
    else if (name === 'Cell') openCell(attributes);
    else if (name === 'Comment') isInComment = true;
    else if (name === 'Data') openData(attributes);
  }

  function close(name: string): void {
    if (sheet !== wanted) return;
    if (name === 'Data') isInData = false;
    else if (name === 'Comment') isInComment = false;
    else if (name === 'Cell') closeCell();
    else if (name === 'Row') grid.endRow();
  }

  const handler: XmlHandler = {
    open,
    close,
    text(content) {
      if (!isInData) return;
      value += content;
      if (value.length > MAX_CELL_CHARS) throw tooLongCell('有一格');
    },
  };
  return { handler, isOver: () => sheet > wanted, takeRows: grid.take };
}

function cellText(type: string, value: string): string {
  switch (type) {
    case 'Number':
      return numberText(value.trim());
    case 'Boolean':
      return value === '1' ? '是' : '否';
    case 'Error':
      return '';
    default:
      return value;
  }
}

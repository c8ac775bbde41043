import type { RawRow } from '../raw-row.ts';
import {
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  MAX_ROWS,
  TOO_FAR_RIGHT,
  tooLongCell,
  tooManyRows,
} from '../table-limits.ts';
import { createXmlScanner, type XmlAttributes } from '../xml/xml-scanner.ts';
import { type CellContext, cellText } from './xlsx-cells.ts';
import { unescapeCell } from './xlsx-strings.ts';

/** Rows are whole once `</row>` was seen; the sheet's `<dimension>` is never looked at (Q13). */
export function createSheetReader(context: CellContext) {
  let rows: RawRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let isTooWide = false;
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let value = '';
  let isInValue = false;
  let isInAid = false;
  let hasInlineText = false;

  function openRow(attributes: XmlAttributes): void {
    const stated = Number(attributes.get('r'));
    row = stated > row ? stated : row + 1;
    if (row > MAX_ROWS) throw tooManyRows();
    cells = [];
    isTooWide = false;
    column = -1;
  }

  function openCell(attributes: XmlAttributes): void {
    column = columnOf(attributes) ?? column + 1;
    type = attributes.get('t');
    style = Number(attributes.get('s') ?? 0);
    value = '';
    hasInlineText = false;
  }

  /** A cell with a text of its own is that text; a value beside it is a copy for other readers. */
  function openInlineText(): void {
    type = 'inlineStr';
    value = '';
    hasInlineText = true;
  }

  function closeCell(): void {
    const text = value === '' ? '' : cellText({ type, style, value }, context);
    if (text === '') return;
    if (column >= MAX_COLUMNS) {
      isTooWide = true;
      return;
    }
    while (cells.length < column) cells.push('');
    cells[column] = type === 's' ? text : unescapeCell(text);
  }

  function closeRow(): void {
    rows.push(isTooWide ? { row, cells, damage: TOO_FAR_RIGHT } : { row, cells });
  }

  function addText(content: string): void {
    value = value === '' ? content : value + content;
    if (value.length > MAX_CELL_CHARS) throw tooLongCell(`第 ${row} 行第 ${column + 1} 列`);
  }

  function open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'c':
        openCell(attributes);
        break;
      case 'v':
        isInValue = !hasInlineText;
        break;
      case 'is':
        openInlineText();
        break;
      case 't':
        isInValue = hasInlineText && !isInAid;
        break;
      case 'rPh':
        isInAid = true;
        break;
      case 'row':
        openRow(attributes);
        break;
      default:
    }
  }

  function close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        isInValue = false;
        break;
      case 'c':
        closeCell();
        break;
      case 'rPh':
        isInAid = false;
        break;
      case 'row':
        closeRow();
        break;
      default:
    }
  }

  const scanner = createXmlScanner({
    open,
    close,
    text(content) {
      if (isInValue) addText(content);
    },
  });
  return {
    push: (text: string) => scanner.push(text),
    end: () => scanner.end(),
    takeRows(): readonly RawRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

/** `r="AB12"` → 27; `undefined` where the writer left the reference out. */
function columnOf(attributes: XmlAttributes): number | undefined {
  const reference = attributes.get('r');
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}

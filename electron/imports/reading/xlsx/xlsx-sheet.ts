import type { RawRow } from '../raw-row.ts';
import { type CellContext, cellText } from './xlsx-cells.ts';
import { unescapeCell } from './xlsx-strings.ts';
import { attribute, createXmlScanner } from './xml-scanner.ts';

/** A worksheet ends at column XFD; a reference beyond it is damage, not a cell. */
const MAX_COLUMNS = 16_384;

/** Rows are whole once `</row>` was seen; the sheet's `<dimension>` is never looked at (Q13). */
export function createSheetReader(context: CellContext) {
  let rows: RawRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type: string | undefined;
  let style = 0;
  let value = '';
  let isInValue = false;
  let isInAid = false;

  function openRow(attributes: string): void {
    const stated = Number(attribute(attributes, 'r'));
    row = stated > row ? stated : row + 1;
    cells = [];
    column = -1;
  }

  function openCell(attributes: string): void {
    column = columnOf(attributes) ?? column + 1;
    type = attribute(attributes, 't');
    style = Number(attribute(attributes, 's') ?? 0);
    value = '';
  }

  function closeCell(): void {
    if (column >= MAX_COLUMNS) return;
    const text = value === '' ? '' : cellText({ type, style, value }, context);
    if (text === '') return;
    while (cells.length < column) cells.push('');
    cells[column] = type === 's' ? text : unescapeCell(text);
  }

  function open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        openCell(attributes);
        break;
      case 'v':
        isInValue = true;
        break;
      case 't':
        isInValue = !isInAid;
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
        rows.push({ row, cells });
        break;
      default:
    }
  }

  const scanner = createXmlScanner({
    open,
    close,
    text(content) {
      if (isInValue) value = value === '' ? content : value + content;
    },
  });
  return {
    push: (text: string) => scanner.push(text),
    takeRows(): readonly RawRow[] {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
}

/** `r="AB12"` → 27; `undefined` where the writer left the reference out. */
function columnOf(attributes: string): number | undefined {
  const reference = attribute(attributes, 'r');
  if (reference === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column - 1;
}

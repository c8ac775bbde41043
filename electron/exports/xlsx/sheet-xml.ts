import { formatBeijing } from '../../../shared/time/beijing.ts';
import type { Cell, ColumnKind, Table } from '../table.ts';

export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Places in the list of styles below. */
const [BOLD, MONEY, RATE] = [1, 2, 3];
const WIDTHS = { text: 22, money: 12, count: 10, time: 20, rate: 10 } as const satisfies Record<
  ColumnKind,
  number
>;

export const STYLES_XML = `${XML_START}<styleSheet xmlns="${SPREADSHEET}">\
<numFmts count="2"><numFmt numFmtId="164" formatCode="0.00"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>\
<fonts count="2"><font><family val="2"/><scheme val="minor"/></font>\
<font><b/><family val="2"/><scheme val="minor"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A workbook writes signs by their number, as `_x0041_`; text that looks so is written so that it stays text. */
const LIKE_A_NUMBERED_SIGN = /_(?=x[0-9a-f]{4}_)/giu;
/** XML holds none of the signs below the space but two, and no half of a pair. */
const CONTROL_SIGN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** A cell of Excel holds no more; a longer one makes it offer to repair the file. */
const CELL_LENGTH = 32_767;
const CUT_MARK = '……（内容过长，以下未导出）';
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

function numbered(sign: string): string {
  if (sign === '\n' || sign === '\t') return sign;
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign as keyof typeof ESCAPES]);
}

/** As much of the text as a cell can hold; a text that goes on says so at its end. */
function fitting(text: string): string {
  if (text.length <= CELL_LENGTH) return text;
  const end = CELL_LENGTH - CUT_MARK.length;
  const isWithinPair = (text.codePointAt(end - 1) ?? 0) > 0xffff;
  return text.slice(0, isWithinPair ? end - 1 : end) + CUT_MARK;
}

function textXml(text: string): string {
  const plain = fitting(text).replaceAll(LIKE_A_NUMBERED_SIGN, '_x005F_');
  return escapeXml(plain.replaceAll(CONTROL_SIGN, numbered));
}

/** `1` → `A`, `27` → `AA`. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** Each text stands in its cell: a list of all texts of the book would have to be held in memory. */
function textCell(place: string, text: string): string {
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`;
}

const CELLS = {
  money: (place, cell) => `<c ${place} s="${MONEY}"><v>${Number(cell) / 100}</v></c>`,
  count: (place, cell) => `<c ${place}><v>${Number(cell)}</v></c>`,
  rate: (place, cell) => `<c ${place} s="${RATE}"><v>${Number(cell)}</v></c>`,
  time: (place, cell) => textCell(place, formatBeijing(Number(cell))),
  // A string cell is never a formula, and keeps all digits of a number.
  text: (place, cell) => textCell(place, String(cell)),
} as const satisfies Record<ColumnKind, (place: string, cell: string | number) => string>;

/** Writes one sheet of the table; every sheet begins with the headers, which stay in sight. */
export function createSheetXml(columns: Table['columns']) {
  const names = columns.map((_column, index) => letters(index + 1));

  function row(number: number, cellOf: (index: number) => string): string {
    return `<row r="${number}">${columns.map((_column, index) => cellOf(index)).join('')}</row>`;
  }

  const widths = columns.map(({ kind }, index) => {
    const at = index + 1;
    return `<col min="${at}" max="${at}" width="${WIDTHS[kind]}" customWidth="1"/>`;
  });
  const header = row(1, (index) =>
    textCell(`r="${names[index]}1" s="${BOLD}"`, columns[index]?.header ?? ''),
  );

  return {
    start: `${XML_START}<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<cols>${widths.join('')}</cols><sheetData>${header}`,
    row: (number: number, cells: readonly Cell[]): string =>
      row(number, (index) => {
        const cell = cells[index] ?? null;
        const kind = columns[index]?.kind ?? 'text';
        return cell === null ? '' : CELLS[kind](`r="${names[index]}${number}"`, cell);
      }),
    end: '</sheetData></worksheet>',
  };
}

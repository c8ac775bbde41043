import { strToU8, type Zippable, zipSync } from 'fflate';

/** A plain string is a text cell; the rest is spelled out. */
export type XlsxCell =
  | string
  | undefined
  | { readonly number: string; readonly style?: number }
  | { readonly inline: string }
  | { readonly rich: readonly string[] }
  | { readonly error: string }
  | { readonly boolean: boolean };

export type XlsxSheet = {
  readonly name: string;
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly isHidden?: boolean;
  /** Q13: 千牛 states `A1` for any size. */
  readonly dimension?: string;
  /** Leaves `r="B2"` out, as some writers do. */
  readonly hasNoReferences?: boolean;
};

export type XlsxBook = {
  readonly sheets: readonly XlsxSheet[];
  readonly isDate1904?: boolean;
  /** Writes `<x:row>` instead of `<row>`. */
  readonly prefix?: string;
  /** Where the workbook stands, if not where it usually does. */
  readonly workbook?: string;
  /** A writer with ways of its own. */
  readonly edit?: (xml: string, part: string) => string;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Styles of every book: 0 plain, 1 a built-in date, 2 a Chinese date, 3 an amount with a letter in quotes. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/m/d\\ h:mm:ss;@"/><numFmt numFmtId="165" formatCode="&quot;每days&quot;#,##0.00_);[Red]\\(0.00\\)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function buildXlsx(book: XlsxBook): Uint8Array {
  const { sheets, isDate1904 = false, prefix = '', workbook = 'xl/workbook.xml', edit } = book;
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1);
  const strings: string[] = [];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', workbook]]),
    [`${folder}styles.xml`]: STYLES,
  };
  const names = sheets.map((_sheet, index) => `worksheets/sheet${index + 1}.xml`);
  for (const [index, sheet] of sheets.entries()) {
    parts[`${folder}${names[index]}`] = sheetXml(sheet, strings, prefix);
  }
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  parts[workbook] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${isDate1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`;
  parts[`${folder}_rels/${workbook.slice(folder.length)}.rels`] = relationships([
    ...names.map((name, index) => [`rId${index + 1}`, 'worksheet', name] as const),
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
  ]);
  parts[`${folder}sharedStrings.xml`] =
    `<sst xmlns="${MAIN}" count="${strings.length}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`;
  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts))
    files[name] = strToU8(edit?.(XML + xml, name) ?? XML + xml);
  return zipSync(files, { level: 6 });
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function sheetXml(sheet: XlsxSheet, strings: string[], prefix: string): string {
  const rows = sheet.rows.map((cells, row) => {
    const inner = cells.map((cell, column) => {
      const reference = sheet.hasNoReferences ? '' : ` r="${columnName(column)}${row + 1}"`;
      return cellXml(cell, reference, strings);
    });
    return `<row${sheet.hasNoReferences ? '' : ` r="${row + 1}"`}>${inner.join('')}</row>`;
  });
  const declared = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  const inner = `<dimension ref="${sheet.dimension ?? 'A1'}"/><sheetData>${rows.join('')}</sheetData>`;
  const xml = `<worksheet ${declared}="${MAIN}">${inner}</worksheet>`;
  return prefix === '' ? xml : xml.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}:$2`);
}

function cellXml(cell: XlsxCell, reference: string, strings: string[]): string {
  if (cell === undefined) return reference === '' ? '<c/>' : '';
  if (typeof cell === 'string')
    return shared(`<t xml:space="preserve">${escapeXml(cell)}</t>`, reference, strings);
  if ('rich' in cell) {
    const runs = cell.rich.map((run) => `<r><rPr><b/></rPr><t>${escapeXml(run)}</t></r>`).join('');
    return shared(`${runs}<rPh sb="0" eb="1"><t>pinyin</t></rPh>`, reference, strings);
  }
  if ('inline' in cell) return `<c${reference} t="inlineStr"><is><t>${escapeXml(cell.inline)}</t></is></c>`;
  if ('error' in cell) return `<c${reference} t="e"><v>${cell.error}</v></c>`;
  if ('boolean' in cell) return `<c${reference} t="b"><v>${cell.boolean ? 1 : 0}</v></c>`;
  return `<c${reference} s="${cell.style ?? 0}"><f>1+1</f><v>${cell.number}</v></c>`;
}

function shared(xml: string, reference: string, strings: string[]): string {
  strings.push(xml);
  return `<c${reference} t="s"><v>${strings.length - 1}</v></c>`;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

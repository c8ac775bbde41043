import type { Table } from '../table.ts';
import { createSheetXml, escapeXml, SPREADSHEET, STYLES_XML, XML_START } from './sheet-xml.ts';
import { type Append, createZipFile } from './zip-file.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel allows so many on a sheet, the header among them. */
const ROWS_OF_A_SHEET = 1_048_576;
/** Our own import reads sheets up to 4 GB. */
const BYTES_OF_A_SHEET = 3.5 * 1024 ** 3;
/** Excel allows 31 characters and none of these. */
const NAME_LENGTH = 31;
const NOT_IN_A_NAME = /[\\/*?:[\]]/g;

/** Writes the table as a workbook, row by row; what does not fit on one sheet goes on on the next. */
export function writeWorkbook(table: Table, append: Append, rowsOfASheet = ROWS_OF_A_SHEET): void {
  const zip = createZipFile(append);
  const xml = createSheetXml(table.columns);
  zip.add('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  zip.add('xl/styles.xml', STYLES_XML);

  let sheetCount = 0;
  function beginSheet() {
    const entry = zip.begin(`xl/worksheets/sheet${++sheetCount}.xml`);
    entry.write(xml.start);
    return entry;
  }
  let sheet = beginSheet();
  let rowNumber = 1;
  function endSheet(): void {
    sheet.write(xml.end);
    sheet.close();
  }
  for (const cells of table.rows) {
    if (rowNumber === rowsOfASheet || sheet.bytes() > BYTES_OF_A_SHEET) {
      endSheet();
      sheet = beginSheet();
      rowNumber = 1;
    }
    sheet.write(xml.row(++rowNumber, cells));
  }
  endSheet();

  const numbers = Array.from({ length: sheetCount }, (_sheet, index) => index + 1);
  zip.add('xl/workbook.xml', workbookXml(table.name, numbers));
  zip.add(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...numbers.map((number) => [`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`] as const),
      [`rId${sheetCount + 1}`, 'styles', 'styles.xml'],
    ]),
  );
  zip.add('[Content_Types].xml', contentTypes(numbers));
  zip.finish();
}

function workbookXml(tableName: string, numbers: readonly number[]): string {
  const name = tableName.replaceAll(NOT_IN_A_NAME, ' ');
  const sheets = numbers.map((number) => {
    const tail = number === 1 ? '' : ` (${number})`;
    const full = escapeXml(name.slice(0, NAME_LENGTH - tail.length) + tail);
    return `<sheet name="${full}" sheetId="${number}" r:id="rId${number}"/>`;
  });
  return `${XML_START}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}/relationships">\
<sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationships(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`,
  );
  return `${XML_START}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  return `${XML_START}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>${sheets.join('')}</Types>`;
}

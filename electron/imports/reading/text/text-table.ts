import type { Table, TableReading } from '../raw-row.ts';
import { readCsvRows } from './csv-rows.ts';
import { decodePieces, type TextEncoding } from './text-pieces.ts';

export type TextLayout = { readonly encoding: TextEncoding; readonly delimiter: string };

const DELIMITERS = [',', '\t', ';'];

/**
 * Every way to read the text. Only its head is tried: under a wrong delimiter no quote seems to close, and the whole
 * file would be one record.
 */
export function textReadings(path: string, head: Buffer, encodings: readonly TextEncoding[]): TableReading[] {
  return encodings.flatMap((encoding) => {
    const text = decodeHead(head, encoding);
    return DELIMITERS.map((delimiter) => ({
      table: openTextTable(path, { encoding, delimiter }),
      head: () => readCsvRows([text], delimiter),
    }));
  });
}

function openTextTable(path: string, { encoding, delimiter }: TextLayout): Table {
  return {
    sheet: undefined,
    isHidden: false,
    isDate1904: false,
    rows: (progress) => readCsvRows(decodePieces(path, encoding, progress), delimiter),
  };
}

/** The first bytes of a file; the last character, and the last row, may be cut. */
function decodeHead(head: Buffer, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true }).replace(/^\ufeff/, '');
}

import type { Progress, Table, TableReading } from '../raw-row.ts';
import { readCsvRows } from './csv-rows.ts';
import { readPieces } from './file-pieces.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
export type TextLayout = { readonly encoding: TextEncoding; readonly delimiter: string };

const BYTE_ORDER_MARK = 0xfeff;

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
    isDate1904: false,
    rows: (progress) => readCsvRows(decodePieces(path, encoding, progress), delimiter),
  };
}

/** The first bytes of a file; the last character, and the last row, may be cut. */
function decodeHead(head: Buffer, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(head, { stream: true }).replace(/^\ufeff/, '');
}

/** Text as it arrives; a character that two pieces share comes with the second. */
function* decodePieces(path: string, encoding: TextEncoding, progress: Progress): Generator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let isFirst = true;
  for (const piece of readPieces(path, progress)) {
    const text = decoder.decode(piece, { stream: true });
    if (text === '') continue;
    // GB18030 has a mark of its own, which the decoder does not take for one.
    yield isFirst && text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
    isFirst = false;
  }
  const tail = decoder.decode();
  if (tail !== '') yield tail;
}

import type { Progress } from '../raw-row.ts';
import { readPieces } from './file-pieces.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

const BYTE_ORDER_MARK = 0xfeff;

/** Text as it arrives; a character that two pieces share comes with the second. */
export function* decodePieces(path: string, encoding: TextEncoding, progress: Progress): Generator<string> {
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

const MARKED_UTF16LE = [0xff, 0xfe];
const MARKED_UTF16BE = [0xfe, 0xff];
const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/;
const DECLARATION_BYTES = 256;

/** A document says by a mark or in its first line how its characters are written; without either it is UTF-8. */
export function* xmlText(pieces: Iterable<Uint8Array>): Generator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for (const piece of pieces) {
    decoder ??= decoderFor(piece);
    yield decoder.decode(piece, { stream: true });
  }
  const tail = decoder?.decode() ?? '';
  if (tail !== '') yield tail;
}

function decoderFor(start: Uint8Array) {
  const begins = (bytes: readonly number[]) => bytes.every((byte, at) => start[at] === byte);
  // Without a mark, the sign for a tag has its empty byte on one side.
  if (begins(MARKED_UTF16LE) || begins([0x3c, 0])) return new TextDecoder('utf-16le');
  if (begins(MARKED_UTF16BE) || begins([0, 0x3c])) return new TextDecoder('utf-16be');
  const first = new TextDecoder('latin1').decode(start.subarray(0, DECLARATION_BYTES));
  const label = DECLARED.exec(first)?.[1] ?? 'utf-8';
  // Its bytes show that it is not written so, whatever it says.
  if (/^utf-?16/i.test(label)) return new TextDecoder('utf-8');
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}

const NEW_LINE = 0x0a;
const FOUR_BYTES_IN_PLANE_0 = 39_420;
const FIRST_POINTER_BEYOND = 189_000;
/** The decoder answers this where there is no character; the sign itself has a code as well. */
const REPLACEMENT = '\ufffd';
const POINTER_OF_REPLACEMENT = 39_417;

function fourBytes(pointer: number): number[] {
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}

function* sequences(): Generator<number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) yield [lead, trail];
    }
  }
  for (let pointer = 0; pointer < FOUR_BYTES_IN_PLANE_0; pointer++) yield fourBytes(pointer);
}

let bytesByChar: ReadonlyMap<string, readonly number[]> | undefined;

/** The platform only decodes this encoding, so the way back is read off its decoder. */
function encodingTable(): ReadonlyMap<string, readonly number[]> {
  if (bytesByChar) return bytesByChar;
  const all = [...sequences()];
  const text = new TextDecoder('gb18030').decode(
    Uint8Array.from(all.flatMap((bytes) => [...bytes, NEW_LINE])),
  );
  const table = new Map<string, readonly number[]>([[REPLACEMENT, fourBytes(POINTER_OF_REPLACEMENT)]]);
  for (const [index, char] of text.split('\n').entries()) {
    const bytes = all[index];
    if (bytes && char.length === 1 && char !== REPLACEMENT && !table.has(char)) table.set(char, bytes);
  }
  bytesByChar = table;
  return table;
}

/** `undefined`: GB18030 has no sequence for the character, which is so for a few of the private ones only. */
function encodeChar(char: string): readonly number[] | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (code >= 0x1_00_00) return fourBytes(code - 0x1_00_00 + FIRST_POINTER_BEYOND);
  return encodingTable().get(char);
}

const UNKNOWN = 0x3f;

export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) bytes.push(...(encodeChar(char) ?? [UNKNOWN]));
  return Uint8Array.from(bytes);
}

export function isInGb18030(text: string): boolean {
  for (const char of text) if (!encodeChar(char)) return false;
  return true;
}

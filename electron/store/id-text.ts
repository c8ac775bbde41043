/** In the order of ASCII, so that ids sort as their bytes do; none of them needs quoting in a URL or a file name. */
const DIGITS = Buffer.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~', 'latin1');
const VALUES = new Uint8Array(128);
for (const [value, code] of DIGITS.entries()) VALUES[code] = value;

/** 128 bits, six to a digit; the first digit has the two that are left, so an id begins with 0, 1, 2 or 3. */
const LENGTH = 22;
const draft = Buffer.alloc(LENGTH);
const bytes = Buffer.alloc(16);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** A whole value, a text in JSON, or a part of a path such as `order/<id>/memo` or of a step such as `decide:<id>`. */
const UUID_IN_TEXT = /(?<=^|["/:])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?=$|["/:])/g;
const ID = /^[0-3][0-9A-Z_a-z~]{21}$/;

/**
 * The id of 16 bytes, which are given as one character each. It is written digit by digit: a text that is joined from
 * others holds them all, five times the memory of an id, and an import keeps many ids.
 */
export function toIdText(sixteen: string): string {
  writeDigits(sixteen);
  return draft.toString('latin1');
}

function writeDigits(sixteen: string): void {
  const first = sixteen.charCodeAt(0);
  draft[0] = DIGITS[first >> 6] ?? 0;
  draft[1] = DIGITS[first & 63] ?? 0;
  for (let from = 1, to = 2; from < 16; from += 3, to += 4) {
    writeThree(
      to,
      (sixteen.charCodeAt(from) << 16) | (sixteen.charCodeAt(from + 1) << 8) | sixteen.charCodeAt(from + 2),
    );
  }
}

function writeThree(to: number, three: number): void {
  draft[to] = DIGITS[three >> 18] ?? 0;
  draft[to + 1] = DIGITS[(three >> 12) & 63] ?? 0;
  draft[to + 2] = DIGITS[(three >> 6) & 63] ?? 0;
  draft[to + 3] = DIGITS[three & 63] ?? 0;
}

/** The same, marked with its version and variant as RFC 9562 wants it. */
export function toMarkedIdText(sixteen: string, version: 5 | 7): string {
  writeDigits(sixteen);
  writeThree(
    6,
    (sixteen.charCodeAt(4) << 16) |
      (sixteen.charCodeAt(5) << 8) |
      (version << 4) |
      (sixteen.charCodeAt(6) & 0x0f),
  );
  writeThree(
    10,
    (sixteen.charCodeAt(7) << 16) | ((0x80 | (sixteen.charCodeAt(8) & 0x3f)) << 8) | sixteen.charCodeAt(9),
  );
  return draft.toString('latin1');
}

function toBytes(id: string): Buffer {
  const valueAt = (at: number) => VALUES[id.charCodeAt(at)] ?? 0;
  bytes[0] = (valueAt(0) << 6) | valueAt(1);
  for (let from = 2, to = 1; from < LENGTH; from += 4, to += 3) {
    const three =
      (valueAt(from) << 18) | (valueAt(from + 1) << 12) | (valueAt(from + 2) << 6) | valueAt(from + 3);
    bytes.writeUIntBE(three, to, 3);
  }
  return bytes;
}

/** The 36 characters that the id was written with up to version 2 of the store; any other text stays as it is. */
export function toUuid(id: string): string {
  if (!ID.test(id)) return id;
  const hex = toBytes(id).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id that a UUID is written as now; any other text stays as it is. */
export function fromUuid(text: string): string {
  return UUID.test(text) ? toIdText(Buffer.from(text.replaceAll('-', ''), 'hex').toString('latin1')) : text;
}

/** The text with every UUID in it that stands for an id; words that merely contain one stay as they are. */
export function withoutUuids(text: string): string {
  return text.replace(UUID_IN_TEXT, fromUuid);
}

/** The next id after this one, so that what comes later sorts later whatever the clock said. */
export function idAfter(id: string): string {
  const next = toBytes(id);
  let at = next.length - 1;
  while (at > 0 && next[at] === 255) next[at--] = 0;
  next[at] = ((next[at] ?? 0) + 1) & 255;
  return toIdText(next.toString('latin1'));
}

export function isIdText(text: string): boolean {
  return ID.test(text);
}

import { brokenFile } from '../broken-file.ts';

const BLANK = 0x20;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const NAMESPACE = 'xmlns';

/** Where the end of a piece came before the end of the tag. */
export const NEEDS_MORE = -1;

/** The contents of a start tag: places in its source, so that only what is asked for becomes a string. */
export type StartTag = {
  source: string;
  name: string;
  /** Where the prefix ends; -1 without one. */
  colon: number;
  isEmpty: boolean;
  declaresNamespaces: boolean;
  /** Four numbers for each attribute: where its name and its value begin and end. */
  readonly places: number[];
  count: number;
};

export function createStartTag(): StartTag {
  return { source: '', name: '', colon: -1, isEmpty: false, declaresNamespaces: false, places: [], count: 0 };
}

/** Reads the tag at `open`, and answers where it ends. One tag is used again and again: a worksheet has millions. */
export function readStartTag(tag: StartTag, source: string, open: number): number {
  const nameEnd = endOfName(source, open + 1);
  tag.source = source;
  tag.name = source.slice(open + 1, nameEnd);
  tag.colon = colonIn(tag.name);
  tag.declaresNamespaces = false;
  tag.count = 0;
  let at = nameEnd;
  for (;;) {
    at = skipBlanks(source, at);
    if (at >= source.length) return NEEDS_MORE;
    const code = source.charCodeAt(at);
    if (code === GREATER || code === SLASH) return endTag(tag, at, code === SLASH);
    at = readAttribute(tag, at);
    if (at === NEEDS_MORE) return NEEDS_MORE;
  }
}

function endTag(tag: StartTag, at: number, isEmpty: boolean): number {
  tag.isEmpty = isEmpty;
  if (isEmpty && at + 1 >= tag.source.length) return NEEDS_MORE;
  if (tag.name === '' || (isEmpty && tag.source.charCodeAt(at + 1) !== GREATER)) throw brokenFile();
  return isEmpty ? at + 2 : at + 1;
}

/** Blanks may stand on both sides of the sign, and either quote around the value, which may hold `>`. */
function readAttribute(tag: StartTag, start: number): number {
  const { source, places } = tag;
  const nameEnd = endOfName(source, start);
  const equals = skipBlanks(source, nameEnd);
  const quoteAt = skipBlanks(source, equals + 1);
  if (quoteAt >= source.length) return NEEDS_MORE;
  const quote = source.charCodeAt(quoteAt);
  const isQuoted = quote === QUOTE || quote === APOSTROPHE;
  if (nameEnd === start || !isQuoted || source.charCodeAt(equals) !== EQUALS) throw brokenFile();
  const end = source.indexOf(quote === QUOTE ? '"' : "'", quoteAt + 1);
  if (end === -1) return NEEDS_MORE;
  const at = tag.count * 4;
  places[at] = start;
  places[at + 1] = nameEnd;
  places[at + 2] = quoteAt + 1;
  places[at + 3] = end;
  tag.count++;
  if (isAt(source, start, NAMESPACE)) tag.declaresNamespaces = true;
  return end + 1;
}

/** The value of an attribute as it is written, by its whole name. */
export function rawValue({ source, places, count }: StartTag, name: string): string | undefined {
  for (let at = 0; at < count * 4; at += 4) {
    const start = places[at] ?? 0;
    if ((places[at + 1] ?? 0) - start === name.length && isAt(source, start, name)) {
      return source.slice(places[at + 2], places[at + 3]);
    }
  }
  return undefined;
}

/** Whole names and values as they are written. */
export function* rawAttributes({ source, places, count }: StartTag): Generator<readonly [string, string]> {
  for (let at = 0; at < count * 4; at += 4) {
    yield [source.slice(places[at], places[at + 1]), source.slice(places[at + 2], places[at + 3])];
  }
}

/** For the short names of tags and attributes quicker than the runtime's own way. */
export function isAt(source: string, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (source.charCodeAt(at + index) !== text.charCodeAt(index)) return false;
  }
  return true;
}

function colonIn(name: string): number {
  for (let at = 1; at < name.length; at++) if (name.charCodeAt(at) === COLON) return at;
  return -1;
}

export function skipBlanks(source: string, from: number): number {
  let at = from;
  while (source.charCodeAt(at) <= BLANK) at++;
  return at;
}

function endOfName(source: string, from: number): number {
  let at = from;
  for (;;) {
    const code = source.charCodeAt(at);
    // Past the end there is no number, which is larger than nothing.
    if (!(code > BLANK) || code === EQUALS || code === GREATER || code === SLASH) return at;
    at++;
  }
}

import { brokenWorkbook } from './zip-directory.ts';

/** A reader of a worksheet hears of these. Names come without their namespace prefix. */
export type XmlHandler = {
  /** `attributes` is the raw text between the name and the bracket; see `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(content: string): void;
};

export type XmlScanner = {
  push(piece: string): void;
};

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const APOSTROPHE = 0x27;
const CDATA = '<![CDATA[';
/** A cell holds 32 767 characters; a tag or text that never ends is damage. */
const MAX_TOKEN_CHARS = 2 * 1024 * 1024;

/**
 * Well-formed XML only, in pieces that may end anywhere. Written by hand because a worksheet has ten million tags
 * and a general parser takes ten times as long; it knows no DTD and so expands no entity beyond the five of XML.
 */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  let rest = '';

  function push(piece: string): void {
    const source = rest === '' ? piece : rest + piece;
    let at = 0;
    for (;;) {
      const open = source.indexOf('<', at);
      if (open === -1) break;
      if (open > at) handler.text(unescapeXml(source.slice(at, open)));
      const end = takeMarkup(source, open);
      if (end === -1) {
        at = open;
        break;
      }
      at = end;
    }
    rest = source.slice(at);
    if (rest.length > MAX_TOKEN_CHARS) throw brokenWorkbook();
  }

  /** The position after the markup, or -1 while its end has not arrived. */
  function takeMarkup(source: string, open: number): number {
    const code = source.charCodeAt(open + 1);
    if (code === BANG) return takeDeclaration(source, open);
    const close = source.indexOf('>', open + 1);
    if (close === -1) return -1;
    if (code === SLASH) handler.close(localName(source.slice(open + 2, endOfName(source, open + 2, close))));
    else if (code !== QUESTION) takeElement(source, open + 1, close);
    return close + 1;
  }

  function takeElement(source: string, start: number, close: number): void {
    const isEmpty = source.charCodeAt(close - 1) === SLASH;
    const end = isEmpty ? close - 1 : close;
    const nameEnd = endOfName(source, start, end);
    const name = localName(source.slice(start, nameEnd));
    handler.open(name, nameEnd === end ? '' : source.slice(nameEnd, end));
    if (isEmpty) handler.close(name);
  }

  function takeDeclaration(source: string, open: number): number {
    if (source.length < open + CDATA.length) return -1;
    if (source.startsWith(CDATA, open)) {
      const end = source.indexOf(']]>', open);
      if (end !== -1) handler.text(source.slice(open + CDATA.length, end));
      return end === -1 ? -1 : end + 3;
    }
    const mark = source.startsWith('<!--', open) ? '-->' : '>';
    const end = source.indexOf(mark, open);
    return end === -1 ? -1 : end + mark.length;
  }

  return { push };
}

function endOfName(source: string, start: number, end: number): number {
  let at = start;
  while (at < end && source.charCodeAt(at) > 0x20) at++;
  return at;
}

function localName(name: string): string {
  for (let at = 1; at < name.length; at++) {
    if (name.charCodeAt(at) === COLON) return name.slice(at + 1);
  }
  return name;
}

/** The value of an attribute, by its name as the file writes it. */
export function attribute(attributes: string, name: string): string | undefined {
  const { length } = name;
  let at = attributes.indexOf(name);
  while (at !== -1) {
    const startsWord = at === 0 || attributes.charCodeAt(at - 1) <= 0x20;
    if (startsWord && attributes.charCodeAt(at + length) === EQUALS) break;
    at = attributes.indexOf(name, at + 1);
  }
  if (at === -1) return undefined;
  const start = at + length + 2;
  const end = attributes.indexOf(attributes.charCodeAt(start - 1) === APOSTROPHE ? "'" : '"', start);
  return end === -1 ? undefined : unescapeXml(attributes.slice(start, end));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(#x[0-9a-f]+|#\d+|\w+);/gi;

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

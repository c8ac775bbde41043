import { brokenFile } from '../broken-file.ts';
import { createNamespaces } from './namespaces.ts';
import {
  createStartTag,
  isAt,
  NEEDS_MORE,
  rawAttributes,
  rawValue,
  readStartTag,
  skipBlanks,
} from './start-tag.ts';
import { unescapeEntities, unescapeXml } from './unescape-xml.ts';

/** Good until the next tag. */
export type XmlAttributes = {
  /** By its name, without a prefix. */
  get(name: string): string | undefined;
  /** By its namespace and its name in it. */
  of(namespace: string, name: string): string | undefined;
};

/**
 * A reader of a document hears of its elements, by their names in the document's own namespace, which is that of its
 * root. Elements of other namespaces, and what is within them, are additions that a reader may leave out.
 */
export type XmlHandler = {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(content: string): void;
};

export type XmlScanner = {
  push(piece: string): void;
  /** Nothing follows: a document that is not whole is broken. */
  end(): void;
};

const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const GREATER = 0x3e;
const CDATA = '<![CDATA[';
const COMMENT = '<!--';
/** A cell holds 32 767 characters; a tag or text that never ends is damage. */
const MAX_TOKEN_CHARS = 2 * 1024 * 1024;
/** No document that we read nests a tenth as deep. */
const MAX_DEPTH = 1000;
/** Of an element that the reader does not hear of. */
const UNHEARD = '';

/**
 * Well-formed XML with namespaces, in pieces that may end anywhere; decision 0025 says why it is written by hand. A
 * document with a DTD is refused, as the standard of workbooks wants it, so no entity can expand.
 */
export function createXmlScanner(handler: XmlHandler): XmlScanner {
  const tag = createStartTag();
  const namespaces = createNamespaces();
  /** Names of the open elements as they are written, and as the reader hears them. */
  const written: string[] = [];
  const heard: string[] = [];
  let ownNamespace: string | undefined;
  // Millions of tags ask for these two, and few change them.
  let plainNamespace = '';
  let innermostDepth = -1;
  let unheardDepth = 0;
  let rest = '';

  const attributes: XmlAttributes = {
    get(name) {
      const value = rawValue(tag, name);
      return value === undefined ? undefined : unescapeEntities(value);
    },
    of(namespace, name) {
      for (const [whole, value] of rawAttributes(tag)) {
        const colon = whole.indexOf(':');
        if (colon === -1 || whole.slice(colon + 1) !== name) continue;
        if (namespaces.ofPrefix(whole.slice(0, colon)) === namespace) return unescapeEntities(value);
      }
      return undefined;
    },
  };

  function takeMarkup(source: string, open: number): number {
    const code = source.charCodeAt(open + 1);
    if (code === SLASH) return takeEndTag(source, open);
    if (code === BANG) return takeDeclaration(source, open);
    if (code === QUESTION) return after(source, '?>', open);
    const end = readStartTag(tag, source, open);
    if (end !== NEEDS_MORE) enter();
    return end;
  }

  function enter(): void {
    const isSecondRoot = written.length === 0 && ownNamespace !== undefined;
    if (isSecondRoot || written.length >= MAX_DEPTH) throw brokenFile();
    if (tag.declaresNamespaces) {
      namespaces.enter(tag, written.length);
      useNamespaces();
    }
    const { name, colon } = tag;
    const namespace = namespaceOf(name, colon);
    ownNamespace ??= namespace;
    written.push(name);
    if (unheardDepth > 0 || namespace !== ownNamespace) {
      heard.push(UNHEARD);
      unheardDepth++;
    } else hear(colon === -1 ? name : name.slice(colon + 1));
    if (tag.isEmpty) leave();
  }

  function namespaceOf(name: string, colon: number): string {
    return colon === -1 ? plainNamespace : namespaces.ofPrefix(name.slice(0, colon));
  }

  function useNamespaces(): void {
    plainNamespace = namespaces.plain();
    innermostDepth = namespaces.innermostDepth();
  }

  function hear(name: string): void {
    heard.push(name);
    handler.open(name, attributes);
  }

  function takeEndTag(source: string, open: number): number {
    const name = written[written.length - 1] ?? '';
    const end = skipBlanks(source, open + 2 + name.length);
    if (end >= source.length) return NEEDS_MORE;
    if (!isAt(source, open + 2, name) || source.charCodeAt(end) !== GREATER) throw brokenFile();
    leave();
    return end + 1;
  }

  function leave(): void {
    written.pop();
    const name = heard.pop();
    if (name === undefined) throw brokenFile();
    if (name === UNHEARD) unheardDepth--;
    else handler.close(name);
    if (written.length !== innermostDepth) return;
    namespaces.leave();
    useNamespaces();
  }

  function takeDeclaration(source: string, open: number): number {
    if (source.startsWith(COMMENT, open)) return after(source, '-->', open + COMMENT.length);
    if (source.startsWith(CDATA, open)) {
      const end = after(source, ']]>', open);
      if (end !== NEEDS_MORE) handler.text(source.slice(open + CDATA.length, end - ']]>'.length));
      return end;
    }
    if (source.length < open + CDATA.length) return NEEDS_MORE;
    throw brokenFile();
  }

  return {
    push(piece) {
      const source = rest === '' ? piece : rest + piece;
      let at = 0;
      for (;;) {
        const open = source.indexOf('<', at);
        if (open === -1) break;
        if (open > at) handler.text(unescapeXml(source.slice(at, open)));
        const end = takeMarkup(source, open);
        if (end === NEEDS_MORE) {
          at = open;
          break;
        }
        at = end;
      }
      rest = source.slice(at);
      if (rest.length > MAX_TOKEN_CHARS) throw brokenFile();
    },
    end() {
      if (written.length > 0 || ownNamespace === undefined || rest.trim() !== '') throw brokenFile();
    },
  };
}

/** Where the mark ends; markup that it closes needs more of the source until it has come. */
function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? NEEDS_MORE : at + mark.length;
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createXmlScanner } from '../../../../../electron/imports/reading/xml/xml-scanner.ts';
import { xmlText } from '../../../../../electron/imports/reading/xml/xml-text.ts';
import { escapeXml } from '../../../../support/xlsx-files.ts';

/** The events that a reader hears, in short: `+name`, `-name`, text. */
function heard(pieces: Iterable<string>, names: readonly string[] = []): string[] {
  const events: string[] = [];
  const scanner = createXmlScanner({
    open(name, attributes) {
      const said = names.flatMap((attribute) => attributes.get(attribute) ?? []);
      events.push(['+', name, ...said.map((value) => ` ${value}`)].join(''));
    },
    close: (name) => void events.push(`-${name}`),
    text: (content) => void events.push(content),
  });
  for (const piece of pieces) scanner.push(piece);
  scanner.end();
  return events;
}

const BROKEN = /已损坏或没有下载完整/;

describe('F10 of the field: XML by its grammar', () => {
  it('allows blanks around the equals sign, both quotes, and brackets within them', () => {
    const xml = `<a x = "1"\ty='2"3' z\n=\n"a>b<'"  ><b x="4"/></a >`;
    expect(heard([xml], ['x', 'y', 'z'])).toEqual([`+a 1 2"3 a>b<'`, '+b 4', '-b', '-a']);
  });

  it('finds an attribute by its whole name', () => {
    expect(heard(['<a xx="1" ax="2" x="3" x-y="4"/>'], ['x'])).toEqual(['+a 3', '-a']);
    expect(heard(['<a title="x=&quot;9&quot;"/>'], ['x'])).toEqual(['+a', '-a']);
  });

  it('passes over comments, instructions and what they hold, and takes CDATA as it is', () => {
    const xml =
      '<?xml version="1.0"?><?a <b> ?><!-- <c> -- > --><a>1<!--2-->3<![CDATA[<&amp;]]></a>\n<!-- end -->';
    expect(heard([xml])).toEqual(['+a', '1', '3', '<&amp;', '-a', '\n']);
  });

  it('F13 of the attack: knows the five names of XML and no property of an object', () => {
    const text = '&amp;&lt;&gt;&quot;&apos;&#20013;&#x4E2D;&constructor;&toString;&#x110000;';
    expect(heard([`<a>${text}</a>`])[1]).toBe(`&<>"'中中&constructor;&toString;&#x110000;`);
  });

  it('takes every line end for one sign, unless it is written by its number', () => {
    expect(heard(['<a>1\r\n2\r3&#13;\n</a>'])[1]).toBe('1\n2\n3\r\n');
  });

  it.each([
    ['is cut off', '<a><b>'],
    ['is cut off within a tag', '<a><b x="'],
    ['is empty', ' '],
    ['closes what is not open', '<a></b></a>'],
    ['closes in the wrong order', '<a><b></a></b>'],
    ['closes once too often', '<a></a></a>'],
    ['has two roots', '<a/><b/>'],
    ['has a value without quotes', '<a x=1/>'],
    ['has an attribute without a value', '<a x/>'],
    ['has a DTD', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['is nested without end', '<a>'.repeat(100_000)],
    ['has a text without end', `<a>${'x'.repeat(3 * 1024 ** 2)}`],
  ])('refuses a document that %s', (_what, xml) => {
    expect(() => heard([xml])).toThrow(BROKEN);
  });

  it('reads the same however the text is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '中', '<', '&', '"', "'", '>', ' ', '\n', ']'),
      maxLength: 6,
    });
    const attribute = text.map((value) => ` x = '${escapeXml(value).replaceAll("'", '&apos;')}'`);
    const leaf = fc.oneof(
      text.map(escapeXml),
      text.map((content) => `<!--${content.replaceAll('-', '')}-->`),
      attribute.map((said) => `<b${said}/>`),
      fc.constantFrom('<![CDATA[<x>]]>', '<?pi <y>?>'),
    );
    const document = fc
      .tuple(
        attribute,
        fc.array(
          fc.oneof(
            leaf,
            fc.array(leaf).map((inner) => `<c>${inner.join('')}</c>`),
          ),
        ),
      )
      .map(([said, inner]) => `<a${said}>${inner.join('')}</a>`);
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 9 }), (xml, size) => {
        const pieces = xml.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
        expect(heard(pieces, ['x']).join('|')).toBe(heard([xml], ['x']).join('|'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('F05 of the field: XML by its namespaces', () => {
  it('hears elements of the document by their own names, whatever prefix they have', () => {
    const inner = (p: string) => `<${p}b><${p}c>1</${p}c></${p}b>`;
    const plain = `<a xmlns="urn:1">${inner('')}</a>`;
    const prefixed = `<x:a xmlns:x="urn:1">${inner('x:')}</x:a>`;
    const changing = `<x:a xmlns:x="urn:1" xmlns:y="urn:1"><y:b><c xmlns="urn:1">1</c></y:b></x:a>`;
    const undeclared = `<x:a>${inner('x:')}</x:a>`;
    for (const xml of [plain, prefixed, changing, undeclared]) {
      expect(heard([xml])).toEqual(['+a', '+b', '+c', '1', '-c', '-b', '-a']);
    }
  });

  it('leaves elements of other namespaces out, with what is within them', () => {
    const xml = `<a xmlns="urn:1" xmlns:e="urn:2"><e:b><c/></e:b><b xmlns="urn:3"><c/></b><c/><e:c/></a>`;
    expect(heard([xml])).toEqual(['+a', '+c', '-c', '-a']);
  });

  it('ends a namespace with the element that declares it', () => {
    const xml = `<a xmlns="urn:1"><b xmlns="urn:2"/><c/><x:d xmlns:x="urn:1"/></a>`;
    expect(heard([xml])).toEqual(['+a', '+c', '-c', '+d', '-d', '-a']);
  });

  it('tells attributes apart by their namespaces', () => {
    const said: (string | undefined)[] = [];
    const scanner = createXmlScanner({
      open(_name, attributes) {
        said.push(attributes.get('id'), attributes.of('urn:r', 'id'));
      },
      close() {},
      text() {},
    });
    scanner.push('<a xmlns:q="urn:r" xmlns:z="urn:z" z:id="0" id="1" q:id = "2"/>');
    expect(said).toEqual(['1', '2']);
  });
});

describe('XML says how it is encoded', () => {
  const decode = (bytes: Uint8Array) => [...xmlText([bytes])].join('');
  const utf16 = (text: string) => Buffer.from(text, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from('<a>中</a>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>中</a>')],
    ['UTF-16 with a mark', utf16('\ufeff<a>中</a>')],
    ['UTF-16 without a mark', utf16('<a>中</a>')],
    ['big-endian UTF-16', utf16('\ufeff<a>中</a>').swap16()],
    ['an encoding that nobody knows', Buffer.from('<?xml encoding="x-y"?><a>中</a>')],
    ['UTF-8 that says UTF-16', Buffer.from('<?xml version="1.0" encoding="utf-16"?><a>中</a>')],
    [
      'GBK, declared',
      Buffer.concat([
        Buffer.from("<?xml version='1.0' encoding = 'GB2312'?><a>"),
        Buffer.from([0xd6, 0xd0]),
        Buffer.from('</a>'),
      ]),
    ],
  ])('%s', (_name, bytes) => {
    expect(decode(bytes)).toContain('<a>中</a>');
  });
});

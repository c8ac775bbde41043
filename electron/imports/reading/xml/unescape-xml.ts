/** XML names no others without a DTD, and documents with one are refused. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const ENTITY = /&(#x[0-9a-f]+|#\d+|\w+);/gi;
const LAST_CODE_POINT = 0x10ffff;

/** The text that is meant: line ends are one sign, as everywhere in XML, and entities are what they stand for. */
export function unescapeXml(text: string): string {
  return unescapeEntities(text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);
}

export function unescapeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}

import { createXmlScanner } from './xml-scanner.ts';

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(ESCAPED, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The texts that cells refer to by number; runs of rich text are joined, reading aids left out. */
export function createStringsReader() {
  const strings: string[] = [];
  let current = '';
  let isInText = false;
  let isInAid = false;
  const scanner = createXmlScanner({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') isInAid = true;
      else if (name === 't') isInText = !isInAid;
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInAid = false;
      else if (name === 'si') strings.push(unescapeCell(current));
    },
    text(content) {
      if (isInText) current += content;
    },
  });
  return { push: (text: string) => scanner.push(text), strings };
}

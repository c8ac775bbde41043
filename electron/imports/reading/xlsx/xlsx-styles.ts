import { createXmlScanner } from '../xml/xml-scanner.ts';

/** Built-in date formats, those of the Chinese version included. */
const DATE_FORMAT_RANGES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Which cell styles show their number as a date; the index is the cell's `s`. */
export function createStylesReader() {
  const customFormats = new Map<number, string>();
  const formatOfStyle: number[] = [];
  let isInCellStyles = false;
  const scanner = createXmlScanner({
    open(name, attributes) {
      if (name === 'cellXfs') isInCellStyles = true;
      else if (name === 'numFmt') {
        customFormats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      } else if (name === 'xf' && isInCellStyles) {
        formatOfStyle.push(Number(attributes.get('numFmtId') ?? 0));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
    text() {},
  });
  return {
    push: (text: string) => scanner.push(text),
    end: () => scanner.end(),
    dateStyles(): ReadonlySet<number> {
      const isDate = (format: number) => isDateFormat(format, customFormats.get(format));
      return new Set([...formatOfStyle.keys()].filter((style) => isDate(formatOfStyle[style] ?? 0)));
    },
  };
}

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return DATE_FORMAT_RANGES.some(([first, last]) => id >= first && id <= last);
  // Quoted words, escaped characters, colours and locales may hold any letter.
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare.replaceAll(/general/gi, ''));
}

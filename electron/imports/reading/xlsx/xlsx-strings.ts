import { AppError } from '../../../../shared/errors.ts';
import { brokenFile } from '../broken-file.ts';
import { MAX_CELL_CHARS, tooLongCell } from '../table-limits.ts';
import { createXmlScanner } from '../xml/xml-scanner.ts';

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const TOO_MUCH_TEXT = '工作簿中的文字超过 2 亿字，无法读取；请缩短导出的时间范围，或导出为 .csv';
/** All of them are held in memory. */
const MAX_CHARS = 200_000_000;

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(ESCAPED, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export type SharedStrings = { at(index: number): string };

/**
 * The texts that cells refer to by number, read only as far as somebody refers to them; runs of rich text are joined,
 * reading aids left out.
 */
export function createSharedStrings(pieces: Iterator<string>): SharedStrings {
  const strings: string[] = [];
  let chars = 0;
  let current = '';
  let isInText = false;
  let isInAid = false;
  let isAtEnd = false;
  const scanner = createXmlScanner({
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') isInAid = true;
      else if (name === 't') isInText = !isInAid;
    },
    close(name) {
      if (name === 't') isInText = false;
      else if (name === 'rPh') isInAid = false;
      else if (name === 'si') {
        chars += current.length;
        if (chars > MAX_CHARS) throw new AppError('invalid-input', TOO_MUCH_TEXT);
        strings.push(unescapeCell(current));
      }
    },
    text(content) {
      if (!isInText) return;
      current += content;
      if (current.length > MAX_CELL_CHARS) throw tooLongCell('有一格');
    },
  });

  function readOn(): void {
    const next = pieces.next();
    if (next.done === true) {
      isAtEnd = true;
      scanner.end();
    } else scanner.push(next.value);
  }

  return {
    at(index) {
      while (index >= strings.length && !isAtEnd) readOn();
      const text = strings[index];
      // The text is lost, and nobody knows which it was.
      if (text === undefined) throw brokenFile();
      return text;
    },
  };
}

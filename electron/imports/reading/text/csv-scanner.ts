const QUOTE = 0x22;
const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;

/** The state of reading within a piece of text; the piece may end anywhere, also inside a pair of quotes. */
export type CsvScan = {
  text: string;
  at: number;
  /** Nothing follows `text`. */
  isLast: boolean;
  cells: string[];
  /** The last quote of the record was opened and never closed. */
  isUnterminated: boolean;
  /** A quoted cell holds a quote that is not doubled: it may have taken the place of one that is lost. */
  hasStrayQuote: boolean;
};

export function startScan(text: string, at: number, isLast: boolean): CsvScan {
  return { text, at, isLast, cells: [], isUnterminated: false, hasStrayQuote: false };
}

/**
 * Reads one record from `scan.at`. `false`: the text ends before the record does, so more is needed; `at` is then
 * meaningless and the caller starts again at the record's beginning.
 *
 * Follows RFC 4180 and, beyond it, what shop exports do: `="…"` holds its text outside the quotes (Q2), blanks may
 * follow a closing quote (Q5), and a quote that no delimiter follows is part of the text.
 */
export function readRecord(scan: CsvScan, delimiter: number): boolean {
  scan.cells = [];
  scan.isUnterminated = false;
  scan.hasStrayQuote = false;
  for (;;) {
    if (!readField(scan, delimiter)) return false;
    if (scan.at >= scan.text.length) return scan.isLast;
    const code = scan.text.charCodeAt(scan.at);
    scan.at++;
    if (code === delimiter) continue;
    return code === LINE_FEED || skipLineFeed(scan);
  }
}

/** After a carriage return. */
function skipLineFeed(scan: CsvScan): boolean {
  if (scan.at >= scan.text.length) return scan.isLast;
  if (scan.text.charCodeAt(scan.at) === LINE_FEED) scan.at++;
  return true;
}

function readField(scan: CsvScan, delimiter: number): boolean {
  const { text, at } = scan;
  const first = text.charCodeAt(at);
  if (first === QUOTE) return readQuoted(scan, { from: at + 1, delimiter });
  if (first === EQUALS) {
    // The quote may be in the next piece.
    if (at + 1 >= text.length && !scan.isLast) return false;
    if (text.charCodeAt(at + 1) === QUOTE) return readQuoted(scan, { from: at + 2, delimiter });
  }
  return readBare(scan, delimiter);
}

function readBare(scan: CsvScan, delimiter: number): boolean {
  const { text } = scan;
  const { length } = text;
  let end = scan.at;
  while (end < length) {
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) break;
    end++;
  }
  if (end >= length && !scan.isLast) return false;
  scan.cells.push(text.slice(scan.at, end));
  scan.at = end;
  return true;
}

type Quoted = { readonly from: number; readonly delimiter: number };

function readQuoted(scan: CsvScan, { from, delimiter }: Quoted): boolean {
  const { text } = scan;
  let search = from;
  let hasDoubled = false;
  for (;;) {
    const quote = text.indexOf('"', search);
    if (quote === -1) return endUnterminated(scan, from);
    if (text.charCodeAt(quote + 1) === QUOTE) {
      hasDoubled = true;
      search = quote + 2;
      continue;
    }
    const end = fieldEnd(scan, quote + 1, delimiter);
    if (end === NEEDS_MORE) return false;
    if (end !== NOT_THE_END) {
      pushQuoted(scan, text.slice(from, quote), hasDoubled);
      scan.at = end;
      return true;
    }
    scan.hasStrayQuote = true;
    search = quote + 1;
  }
}

function pushQuoted(scan: CsvScan, content: string, hasDoubled: boolean): void {
  scan.cells.push(hasDoubled ? content.replaceAll('""', '"') : content);
}

function endUnterminated(scan: CsvScan, from: number): boolean {
  if (!scan.isLast) return false;
  scan.isUnterminated = true;
  scan.cells.push(scan.text.slice(from));
  scan.at = scan.text.length;
  return true;
}

const NEEDS_MORE = -1;
const NOT_THE_END = -2;

/** The end of the field, if the quote before `at` closes it. */
function fieldEnd(scan: CsvScan, at: number, delimiter: number): number {
  const { text } = scan;
  let end = at;
  for (;;) {
    if (end >= text.length) return scan.isLast ? end : NEEDS_MORE;
    const code = text.charCodeAt(end);
    if (code === delimiter || code === LINE_FEED || code === CARRIAGE_RETURN) return end;
    if (code !== SPACE && code !== TAB) return NOT_THE_END;
    end++;
  }
}

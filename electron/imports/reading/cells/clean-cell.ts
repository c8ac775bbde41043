const EMPTY_WORDS = new Set([
  '',
  '-',
  '--',
  "'",
  'null',
  'Null',
  'NULL',
  'None',
  'none',
  '#NULL!',
  '#N/A',
  'N/A',
]);
const LONGEST_EMPTY_WORD = 6;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || code === 0x200b;
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

/** The text of a cell without the tricks of the export (Q2–Q6, Q9); a word for "empty" becomes `''`. */
export function cleanCell(raw: string): string {
  if (raw.length === 0) return raw;
  let text = trimBlanks(raw);
  const first = text.charCodeAt(0);
  if (first === EQUALS) text = unwrapFormula(text);
  else if (first === APOSTROPHE) text = trimBlanks(text.slice(1));
  return text.length <= LONGEST_EMPTY_WORD && EMPTY_WORDS.has(text) ? '' : text;
}

function unwrapFormula(text: string): string {
  const isQuoted =
    text.length >= 3 && text.charCodeAt(1) === QUOTE && text.charCodeAt(text.length - 1) === QUOTE;
  return isQuoted ? trimBlanks(text.slice(2, -1)) : text;
}

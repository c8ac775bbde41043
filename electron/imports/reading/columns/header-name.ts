const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width digits, letters, brackets, colons … to half width. */
export function foldWidth(text: string): string {
  let folded = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    folded +=
      code >= FULL_WIDTH_FIRST && code <= FULL_WIDTH_LAST
        ? String.fromCharCode(code - FULL_WIDTH_OFFSET)
        : char;
  }
  return folded;
}

/** The form in which headers are compared: platforms differ in blanks, width and case from year to year. */
export function normaliseHeader(header: string): string {
  return foldWidth(header)
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/g, '')
    .toLowerCase();
}

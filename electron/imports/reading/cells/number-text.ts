/** A number with this many digits no longer has all of them: a spreadsheet keeps fifteen. */
const FIRST_INEXACT = 1e15;
const EXACT_DIGITS = 15;

/** Q16: a long number is shown as the spreadsheet shows it, so that the reader of ids refuses it. */
export function numberText(value: string): string {
  if (value === '' || isPlainDecimal(value)) return value;
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  if (Math.abs(number) >= FIRST_INEXACT) return number.toExponential(5).replace('e', 'E');
  return String(Number(number.toPrecision(EXACT_DIGITS)));
}

/** At most fifteen digits and one dot: nothing to repair. */
function isPlainDecimal(value: string): boolean {
  if (value.length > EXACT_DIGITS) return false;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if ((code < 0x30 || code > 0x39) && code !== 0x2e) return false;
  }
  return true;
}

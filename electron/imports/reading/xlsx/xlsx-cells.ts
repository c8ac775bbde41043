import { formatBeijing } from '../../../../shared/time/beijing.ts';
import { serialToBeijingMs } from '../cells/parse-time.ts';

export type CellContext = {
  readonly strings: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly isDate1904: boolean;
};

export type RawCell = { readonly type: string | undefined; readonly style: number; readonly value: string };

/** A number with this many digits no longer has all of them: a spreadsheet keeps fifteen. */
const FIRST_INEXACT = 1e15;
const EXACT_DIGITS = 15;
const MAX_SERIAL = 2_958_466;

/** The cell as text, the way the spreadsheet means it. */
export function cellText({ type, style, value }: RawCell, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? '是' : '否';
    case 'e':
      return '';
    case undefined:
    case 'n':
      return context.dateStyles.has(style) ? dateText(value, context) : numberText(value);
    default:
      return value;
  }
}

function dateText(value: string, context: CellContext): string {
  const serial = Number(value);
  if (value === '' || !(serial >= 1 && serial < MAX_SERIAL)) return numberText(value);
  return formatBeijing(serialToBeijingMs(serial, context));
}

/** Q16: a long number is shown as the spreadsheet shows it, so that the reader of ids refuses it. */
function numberText(value: string): string {
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

import { formatBeijing } from '../../../../shared/time/beijing.ts';
import { numberText } from '../cells/number-text.ts';
import { serialToBeijingMs } from '../cells/parse-time.ts';
import type { SharedStrings } from './xlsx-strings.ts';

export type CellContext = {
  readonly strings: SharedStrings;
  readonly dateStyles: ReadonlySet<number>;
  readonly isDate1904: boolean;
};

export type RawCell = { readonly type: string | undefined; readonly style: number; readonly value: string };

const MAX_SERIAL = 2_958_466;

/** The cell as text, the way the spreadsheet means it. */
export function cellText({ type, style, value }: RawCell, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings.at(Number(value));
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

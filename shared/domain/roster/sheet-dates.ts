import { beijingDate, dateToMs, toBeijing } from '../../time/beijing.ts';
import { DAY } from '../../time/durations.ts';

const two = (number: string): string => number.padStart(2, '0');
const real = (date: string): string | null => (dateToMs(date) === undefined ? null : date);

const WHOLE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/u;
const MONTH_DAY = /^(\d{1,2})(?:[/.-]|月)(\d{1,2})日?(?:[（(]?(?:周|星期).[)）]?)?$/u;
const DAY_ALONE = /^(\d{1,2})日?(?:[（(]?(?:周|星期).[)）]?)?$/u;

/** A heading that is meant as a day, whether or not the calendar has it. */
export function looksLikeDay(text: string): boolean {
  const plain = text.normalize('NFKC').trim();
  return WHOLE.test(plain) || MONTH_DAY.test(plain) || DAY_ALONE.test(plain);
}

/**
 * `YYYY-MM-DD`, `M/D`, `M月D日`, `D日` and `1…31`, the last two in the month; a day without its year is the one that is
 * nearest to the middle of the month. `null`: no day, or one that the month does not have.
 */
export function dayOf(text: string, month: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const whole = WHOLE.exec(plain);
  if (whole) return real(`${whole[1]}-${two(whole[2] ?? '')}-${two(whole[3] ?? '')}`);
  const monthDay = MONTH_DAY.exec(plain);
  if (monthDay) return nearest(two(monthDay[1] ?? ''), two(monthDay[2] ?? ''), month);
  const alone = DAY_ALONE.exec(plain);
  return alone ? real(`${month}-${two(alone[1] ?? '')}`) : null;
}

function nearest(monthNo: string, dayNo: string, month: string): string | null {
  const middle = dateToMs(`${month}-15`) ?? 0;
  const { year } = toBeijing(middle);
  const found = [year - 1, year, year + 1]
    .flatMap((one) => real(`${one}-${monthNo}-${dayNo}`) ?? [])
    .toSorted((a, b) => farFrom(a, middle) - farFrom(b, middle));
  return found[0] ?? null;
}

const farFrom = (date: string, ms: number): number => Math.abs((dateToMs(date) ?? 0) - ms);

/** Every day of the month, `'2026-06'`. */
export function daysOfMonth(month: string): string[] {
  const days: string[] = [];
  for (let ms = dateToMs(`${month}-01`); ms !== undefined; ms += DAY) {
    const date = beijingDate(ms);
    if (!date.startsWith(month)) break;
    days.push(date);
  }
  return days;
}

import {
  LEAVE_CODE,
  REST_CODE,
  SHIFT_CODES,
  type ShiftCode,
  type ShiftTemplate,
} from '../../../shared/domain/roster/shift-template.ts';

/** Typed in a cell, without an input method: A to F are shifts, R is a rest, L is leave. */
export const KEY_CODES: ReadonlyMap<string, ShiftCode> = new Map<string, ShiftCode>([
  ...SHIFT_CODES.map((code) => [code, code] as const),
  ['R', REST_CODE],
  ['L', LEAVE_CODE],
]);

const REST_WORDS: ReadonlySet<string> = new Set([REST_CODE, '休息', '休假', 'R', '-', '/']);
const LEAVE_WORDS: ReadonlySet<string> = new Set([LEAVE_CODE, '请假', 'L']);

/** As a sheet has it: the code or the name of a shift; `null`: empty; `undefined`: none of them. */
export function codeOfText(text: string, shifts: readonly ShiftTemplate[]): ShiftCode | null | undefined {
  const word = text.normalize('NFKC').trim();
  if (word === '') return null;
  if (REST_WORDS.has(word.toUpperCase())) return REST_CODE;
  if (LEAVE_WORDS.has(word.toUpperCase())) return LEAVE_CODE;
  return shifts.find(({ code, name }) => code === word.toUpperCase() || name === word)?.code;
}

/** The cells of a block that was copied from a sheet. */
export const blockOf = (text: string): string[][] =>
  text
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u)
    .map((line) => line.split('\t'));

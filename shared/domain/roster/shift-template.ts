import { z } from 'zod';

const DAY_MINUTES = 24 * 60;

/** Codes of days without work; every team has them. */
export const REST_CODE = '休';
export const LEAVE_CODE = '假';

export const SHIFT_CODES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const ShiftCode = z.enum([...SHIFT_CODES, REST_CODE, LEAVE_CODE]);
export type ShiftCode = z.infer<typeof ShiftCode>;

const minuteOfDay = z
  .int()
  .min(0)
  .max(DAY_MINUTES - 1);

/** 班次: a time of work. One that ends at or before its start ends on the next day. */
export const ShiftTemplate = z.object({
  code: z.enum(SHIFT_CODES),
  name: z.string().trim().min(1).max(10),
  startMinute: minuteOfDay,
  endMinute: minuteOfDay,
  /** Meals and rests, which are no time of work. */
  breakMinutes: z.int().min(0).max(240),
});
export type ShiftTemplate = z.infer<typeof ShiftTemplate>;

const at = (hour: number, minute = 0) => hour * 60 + minute;

export const DEFAULT_SHIFTS: readonly ShiftTemplate[] = [
  { code: 'A', name: '早1班', startMinute: at(8), endMinute: at(16, 30), breakMinutes: 30 },
  { code: 'B', name: '早2班', startMinute: at(9), endMinute: at(17, 30), breakMinutes: 30 },
  { code: 'C', name: '常规班', startMinute: at(9), endMinute: at(18), breakMinutes: 60 },
  { code: 'D', name: '晚1班', startMinute: at(16), endMinute: 0, breakMinutes: 30 },
  { code: 'E', name: '晚2班', startMinute: at(17), endMinute: at(1), breakMinutes: 30 },
  { code: 'F', name: '通宵班', startMinute: 0, endMinute: at(8), breakMinutes: 30 },
];

/** Minutes from midnight of the day on which it starts; the end of a night lies behind 24:00. */
export function minutesOf({ startMinute, endMinute }: ShiftTemplate): { from: number; to: number } {
  return { from: startMinute, to: endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES };
}

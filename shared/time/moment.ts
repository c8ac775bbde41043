import { z } from 'zod';
import { DAY } from './durations.ts';

/** A moment that somebody names, in milliseconds: of this century, so that every calendar and every screen has it. */
export const Moment = z
  .int()
  .min(Date.UTC(2000, 0, 1))
  .max(Date.UTC(2100, 0, 1));

/** A day of the calendar, `'2026-06-10'`. */
export const CalendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How long something takes or is put off, in milliseconds: a year at most. */
export const Span = z
  .int()
  .min(0)
  .max(366 * DAY);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beijingDate,
  dateToMs,
  formatBeijing,
  fromBeijing,
  momentText,
  startOfBeijingDay,
  toBeijing,
  toBeijingIso,
} from '../../../shared/time/beijing.ts';
import { DAY } from '../../../shared/time/durations.ts';

const instants = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2100, 0) });

describe('Beijing time', () => {
  it('reads a wall-clock time that an export gives without a zone', () => {
    const atMs = fromBeijing({ year: 2026, month: 6, day: 10, hour: 8, minute: 0, second: 0 });
    expect(atMs).toBe(Date.parse('2026-06-10T08:00:00+08:00'));
  });

  it('knows no 30 February and no 24 o’clock', () => {
    const day = { year: 2026, month: 2, day: 28, hour: 12, minute: 0, second: 0 };
    expect(fromBeijing({ ...day, day: 30 })).toBeUndefined();
    expect(fromBeijing({ ...day, hour: 24 })).toBeUndefined();
    expect(dateToMs('2026-02-30')).toBeUndefined();
    expect(dateToMs('10.6.2026')).toBeUndefined();
  });

  it('comes back the same from every way of writing it', () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const atMs = Math.floor(ms / 1000) * 1000;
        expect(fromBeijing(toBeijing(atMs))).toBe(atMs);
        expect(Date.parse(toBeijingIso(atMs))).toBe(atMs);
        expect(formatBeijing(atMs).slice(0, 10)).toBe(beijingDate(atMs));
      }),
    );
  });

  it('begins a day at midnight in Beijing, whatever zone the PC is set to', () => {
    fc.assert(
      fc.property(instants, (atMs) => {
        const start = startOfBeijingDay(atMs);
        expect(start).toBe(dateToMs(beijingDate(atMs)));
        expect(atMs - start).toBeLessThan(DAY);
      }),
    );
  });

  it('names the year of a moment only where it is another one (F20 of the attack)', () => {
    const seenFromMs = Date.parse('2026-12-30T18:00:00+08:00');
    const at = (iso: string) => momentText(Date.parse(iso), seenFromMs);
    expect(at('2026-12-31T23:59:00+08:00')).toBe('12-31 23:59');
    // Still the old year in UTC.
    expect(at('2027-01-01T07:00:00+08:00')).toBe('2027-01-01 07:00');
    expect(at('2100-01-01T07:00:00+08:00')).toBe('2100-01-01 07:00');
    expect(at('2025-06-10T08:00:00+08:00')).toBe('2025-06-10 08:00');
  });
});

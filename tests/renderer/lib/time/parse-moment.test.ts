import { describe, expect, it } from 'vitest';
import { parseMoment, timeChoices } from '../../../../renderer/lib/time/parse-moment.ts';
import { formatBeijing } from '../../../../shared/time/beijing.ts';

/** 10 June 2026, 14:30:20 in Beijing. */
const NOW = Date.UTC(2026, 5, 10, 6, 30, 20);

function meant(text: string): string | undefined {
  const atMs = parseMoment(text, NOW);
  return atMs === undefined ? undefined : formatBeijing(atMs);
}

describe('X2 an exact minute, typed', () => {
  it.each([
    ['20:30', '2026-06-10 20:30:00'],
    ['20：30', '2026-06-10 20:30:00'],
    ['2030', '2026-06-10 20:30:00'],
    ['9:05', '2026-06-11 09:05:00'],
    ['今晚 8:00', '2026-06-10 20:00:00'],
    ['今晚20点', '2026-06-10 20:00:00'],
    ['明天 9:00', '2026-06-11 09:00:00'],
    ['后天 21点30分', '2026-06-12 21:30:00'],
    ['周五下午', '2026-06-12 15:00:00'],
    ['+45', '2026-06-10 15:15:00'],
    ['45', '2026-06-10 15:15:00'],
    ['20', '2026-06-10 20:00:00'],
    ['20分钟', '2026-06-10 14:50:00'],
    ['2小时后', '2026-06-10 16:30:00'],
    ['6-12 20:30', '2026-06-12 20:30:00'],
    ['6月12日20:30', '2026-06-12 20:30:00'],
    ['1-2 9:00', '2027-01-02 09:00:00'],
    ['2026-6-12 8:00', '2026-06-12 08:00:00'],
  ])('%s', (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it.each(['', '25:00', '20:60', '客户说', '明天说', '2-30 9:00', '2025-6-12 8:00'])('refuses %s', (text) => {
    expect(meant(text)).toBeUndefined();
  });

  it('offers only times that are still ahead', () => {
    expect(timeChoices(NOW).map(({ label }) => label)).toContain('今晚 20:00');
    expect(timeChoices(Date.UTC(2026, 5, 10, 13)).map(({ label }) => label)).not.toContain('今晚 20:00');
  });
});

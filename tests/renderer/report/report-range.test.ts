import { describe, expect, it } from 'vitest';
import { fillDays, isSmallSample } from '../../../renderer/features/report/chase/report-rows.ts';
import { daysIn, rangeOf } from '../../../renderer/lib/time/day-range.ts';

/** 2026-06-10 00:30 in Beijing, still 9 June in London. */
const NOW = Date.UTC(2026, 5, 9, 16, 30);

describe('P10 report dates', () => {
  it.each([
    ['today', '2026-06-10', '2026-06-10'],
    ['yesterday', '2026-06-09', '2026-06-09'],
    ['last-7', '2026-06-04', '2026-06-10'],
    ['last-30', '2026-05-12', '2026-06-10'],
  ] as const)('%s is %s to %s by the Beijing calendar', (preset, fromDate, toDate) => {
    expect(rangeOf(preset, NOW)).toEqual({ fromDate, toDate });
  });

  it('counts both days', () => {
    expect(daysIn(rangeOf('last-30', NOW))).toBe(30);
  });

  it('shows a day without a chase as a day of zero', () => {
    const row = {
      key: '2026-06-09',
      label: '2026-06-09',
      chased: 4,
      recovered: 1,
      rate: 0.25,
      recoveredFen: 100,
    };
    const days = fillDays([row], { fromDate: '2026-06-08', toDate: '2026-06-09' });
    expect(days.map(({ key, chased }) => [key, chased])).toEqual([
      ['2026-06-08', 0],
      ['2026-06-09', 4],
    ]);
  });

  it.each([
    [0, false],
    [1, true],
    [29, true],
    [30, false],
  ])('marks a base of %i as small: %s', (chased, isSmall) => {
    expect(isSmallSample(chased)).toBe(isSmall);
  });
});

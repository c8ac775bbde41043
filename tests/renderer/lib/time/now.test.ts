import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { setMainNow, useNow } from '../../../../renderer/lib/time/now.ts';
import { formatBeijing } from '../../../../shared/time/beijing.ts';
import { DAY, MINUTE } from '../../../../shared/time/durations.ts';

/** 2026-06-10 00:30:20 in Beijing, still 9 June in London. */
const AT_NIGHT = Date.UTC(2026, 5, 9, 16, 30, 20);

const seen = (everyMs: number) => formatBeijing(renderHook(() => useNow(everyMs)).result.current);

afterEach(() => setMainNow(Date.now()));

describe('B11 the page’s clock', () => {
  it.each([
    [DAY, '2026-06-10 00:00:00'],
    [MINUTE, '2026-06-10 00:30:00'],
  ])('stands at the last step of %i ms by the Beijing calendar, at night too', (everyMs, moment) => {
    setMainNow(AT_NIGHT);
    expect(seen(everyMs)).toBe(moment);
  });
});

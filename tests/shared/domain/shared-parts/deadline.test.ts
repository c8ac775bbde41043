import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEADLINE_SOURCES,
  type DeadlineTime,
  deadlineOccurrence,
  effectiveDeadline,
  moveText,
  warningAtMs,
} from '../../../../shared/domain/shared-parts/deadline.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { beijing } from '../../../support/records/an-order.ts';

const SET_AT_MS = beijing('2026-06-10 08:00');
const time = (source: DeadlineTime['source'], at: string, original: string | null = null): DeadlineTime => ({
  source,
  atMs: beijing(at),
  originalAtMs: original === null ? null : beijing(original),
  reason: null,
  setAtMs: SET_AT_MS,
});

const times = fc.uniqueArray(fc.constantFrom(...DEADLINE_SOURCES), { minLength: 1 }).chain((sources) =>
  fc.tuple(
    ...sources.map((source) =>
      fc.record({
        source: fc.constant(source),
        atMs: fc.integer({ min: 0, max: 9 }),
        originalAtMs: fc.constant(null),
        reason: fc.constant(null),
        setAtMs: fc.constant(0),
      }),
    ),
  ),
);

describe('which deadline counts', () => {
  it('goes by the strongest source, whatever the order', () => {
    fc.assert(
      fc.property(times, (all) => {
        const strongest = Math.max(...all.map(({ source }) => DEADLINE_SOURCES.indexOf(source)));
        expect(effectiveDeadline(all)?.source).toBe(DEADLINE_SOURCES[strongest]);
        expect(effectiveDeadline(all.toReversed())).toEqual(effectiveDeadline(all));
      }),
    );
  });

  it('never lets a rule change what another source has named', () => {
    fc.assert(
      fc.property(times, fc.integer(), (all, atMs) => {
        const others = all.filter(({ source }) => source !== 'rule');
        const rule = { source: 'rule' as const, atMs, originalAtMs: null, reason: null, setAtMs: 0 };
        fc.pre(others.length > 0);
        expect(effectiveDeadline([rule, ...others])).toEqual(effectiveDeadline(others));
      }),
    );
  });

  it('has none where no source has spoken', () => {
    expect(effectiveDeadline([])).toBeNull();
  });

  it('lets an extension stand until the file names another time', () => {
    const extended = time('manual', '2026-06-15 18:00', '2026-06-10 18:00');
    expect(effectiveDeadline([time('file', '2026-06-10 18:00'), extended])).toEqual(extended);
    const newer = time('file', '2026-06-13 18:00');
    expect(effectiveDeadline([newer, extended])).toEqual(newer);
  });
});

describe('a deadline that moves', () => {
  it('is warned of ahead of its end', () => {
    expect(warningAtMs(time('file', '2026-06-10 18:00'), HOUR)).toBe(beijing('2026-06-10 17:00'));
  });

  it('is due at once where it has come nearer, and says so', () => {
    const nearer = time('file', '2026-06-10 12:00', '2026-06-10 18:00');
    expect(warningAtMs(nearer, HOUR)).toBe(SET_AT_MS);
    expect(moveText(nearer)).toBe('截止时间提前：原 06-10 18:00 现 06-10 12:00');
  });

  it('is warned of anew where it has moved away', () => {
    const later = time('manual', '2026-06-12 18:00', '2026-06-10 18:00');
    expect(warningAtMs(later, HOUR)).toBe(beijing('2026-06-12 17:00'));
    expect(moveText(later)).toBe('截止时间顺延：原 06-10 18:00 现 06-12 18:00');
    expect(deadlineOccurrence(later)).not.toBe(deadlineOccurrence(time('file', '2026-06-10 18:00')));
  });

  it('says nothing of a move where there was none', () => {
    expect(moveText(time('file', '2026-06-10 18:00'))).toBeNull();
  });
});

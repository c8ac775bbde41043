import { describe, expect, it } from 'vitest';
import { holdUntil } from '../../../../electron/kernel/tasks/scheduling/pop-up-policy.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NIGHT = { fromMinute: 22 * 60, toMinute: 8 * 60 };
const OFF = { doNotDisturbUntilMs: null, quietHours: null };
const at = (time: string) => beijing(`2026-06-10 ${time}`);

describe('X2: pop-ups are delayed, tasks are not', () => {
  it('holds nothing back unless asked to', () => {
    expect(holdUntil(OFF, at('23:00'))).toBeNull();
  });

  it('holds back while the agent does not want to be disturbed', () => {
    const settings = { ...OFF, doNotDisturbUntilMs: at('11:00') };
    expect(holdUntil(settings, at('10:59'))).toBe(at('11:00'));
    expect(holdUntil(settings, at('11:00'))).toBeNull();
  });

  it('holds back in quiet hours, over midnight', () => {
    const settings = { ...OFF, quietHours: NIGHT };
    expect(holdUntil(settings, at('21:59'))).toBeNull();
    expect(holdUntil(settings, at('22:00'))).toBe(beijing('2026-06-11 08:00'));
    expect(holdUntil(settings, at('07:59'))).toBe(at('08:00'));
  });

  it('goes on through quiet hours that begin before the pause ends', () => {
    const settings = { doNotDisturbUntilMs: at('23:00'), quietHours: NIGHT };
    expect(holdUntil(settings, at('21:00'))).toBe(beijing('2026-06-11 08:00'));
  });
});

import { describe, expect, it } from 'vitest';
import {
  addStep,
  applyPreset,
  hasStepError,
  removeStep,
  setTiming,
  stepError,
  withPresetName,
} from '../../../renderer/features/settings/chasing/chase-form.ts';
import { planOf, skippedSteps } from '../../../renderer/features/settings/chasing/chase-plan.ts';
import { durationParts } from '../../../renderer/features/settings/fields/duration-parts.ts';
import { CHASE_PRESET_SETTINGS, ChaseSettings } from '../../../shared/domain/chasing/chase-settings.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';

const daily = ChaseSettings.parse(CHASE_PRESET_SETTINGS.default);

describe('P1 ladder of a shop', () => {
  it('keeps quiet hours and limits when a preset is chosen', () => {
    const own = { ...daily, quietHours: null, maxPer24h: 2 };
    const sale = applyPreset(own, 'big-sale');
    expect(sale).toMatchObject({ preset: 'big-sale', quietHours: null, maxPer24h: 2, closesAfterMs: DAY });
    expect(sale.steps).toEqual(CHASE_PRESET_SETTINGS['big-sale'].steps);
  });

  it('is no preset any more once a step is changed, and is again once it is changed back', () => {
    const changed = setTiming(daily, 'first', { from: 'placed', afterMs: 20 * MINUTE });
    expect(changed.preset).toBe('custom');
    expect(setTiming(changed, 'first', { from: 'placed', afterMs: 15 * MINUTE }).preset).toBe('default');
    expect(withPresetName({ ...daily, closesAfterMs: 2 * HOUR }).preset).toBe('custom');
  });

  it('puts a step back into its place of the ladder', () => {
    const without = removeStep(daily, 'second');
    expect(addStep(without, 'second').steps.map(({ step }) => step)).toEqual(['first', 'second', 'last']);
  });

  it('says why a step can never come up', () => {
    const twoHours = { ...daily, closesAfterMs: 2 * HOUR };
    expect(twoHours.steps.map((step) => stepError(twoHours, step))).toEqual([
      undefined,
      '届时订单已自动关闭',
      undefined,
    ]);
    const never = { ...daily, closesAfterMs: null };
    expect(hasStepError(never)).toBe(true);
    expect(hasStepError(daily)).toBe(false);
  });
});

describe('P1 plan of an order', () => {
  const placedAtMs = Date.UTC(2026, 5, 10, 13, 50);

  it('shows order, chases and closing in time and which chase quiet hours have moved', () => {
    const plan = planOf(daily, placedAtMs, [
      { step: 'first', dueAtMs: placedAtMs + 10 * HOUR + 40 * MINUTE, reason: '' },
      { step: 'last', dueAtMs: placedAtMs + 23 * HOUR, reason: '' },
    ]);
    expect(plan.map(({ key, movedFromMs }) => [key, movedFromMs])).toEqual([
      ['placed', null],
      ['first', placedAtMs + 15 * MINUTE],
      ['last', null],
      ['close', null],
    ]);
  });

  it('names the steps that such an order never sees', () => {
    expect(skippedSteps(daily, [{ step: 'first', dueAtMs: 0, reason: '' }])).toEqual(['second', 'last']);
  });
});

describe('P1 durations', () => {
  it.each([
    [15 * MINUTE, 15, 'minute'],
    [90 * MINUTE, 90, 'minute'],
    [2 * HOUR, 2, 'hour'],
    [72 * HOUR, 3, 'day'],
    [0, 0, 'minute'],
  ] as const)('%i ms are %i × %s', (ms, amount, unit) => {
    expect(durationParts(ms)).toEqual({ amount, unit });
  });
});

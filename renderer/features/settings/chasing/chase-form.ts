import type {
  ChasePreset,
  ChaseSettings,
  ChaseStep,
  ChaseStepSetting,
  StepTiming,
} from '../../../../shared/domain/chasing/chase-settings.ts';
import {
  CHASE_PRESET_SETTINGS,
  CHASE_PRESETS,
  CHASE_STEPS,
} from '../../../../shared/domain/chasing/chase-settings.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';

function sameLadder(a: ChaseSettings, b: ChaseSettings): boolean {
  return a.closesAfterMs === b.closesAfterMs && JSON.stringify(a.steps) === JSON.stringify(b.steps);
}

/** The preset is what the ladder says, so that a changed step never goes by a preset's name. */
export function withPresetName(settings: ChaseSettings): ChaseSettings {
  const preset = CHASE_PRESETS.find((name) => sameLadder(settings, CHASE_PRESET_SETTINGS[name]));
  return { ...settings, preset: preset ?? 'custom' };
}

/** A preset brings its ladder and closing time; quiet hours and limits are the shop's own and stay. */
export function applyPreset(settings: ChaseSettings, preset: ChasePreset): ChaseSettings {
  const { closesAfterMs, steps } = CHASE_PRESET_SETTINGS[preset];
  return { ...settings, preset, closesAfterMs, steps: [...steps] };
}

export function stepsLeft(settings: ChaseSettings): readonly ChaseStep[] {
  const used = new Set(settings.steps.map(({ step }) => step));
  return CHASE_STEPS.filter((step) => !used.has(step));
}

const FIRST_TIMING = {
  first: { from: 'placed', afterMs: 15 * MINUTE },
  second: { from: 'placed', afterMs: 2 * HOUR },
  last: { from: 'close', beforeMs: HOUR },
  remind: { from: 'placed', afterMs: 3 * DAY },
  warn: { from: 'placed', afterMs: 7 * DAY },
  'claim-fee': { from: 'step', step: 'warn', afterMs: 7 * DAY },
} as const satisfies Record<ChaseStep, StepTiming>;

export function addStep(settings: ChaseSettings, step: ChaseStep): ChaseSettings {
  const steps = [...settings.steps, { step, timing: FIRST_TIMING[step] }];
  const inOrder = steps.toSorted((a, b) => CHASE_STEPS.indexOf(a.step) - CHASE_STEPS.indexOf(b.step));
  return withPresetName({ ...settings, steps: inOrder });
}

export function removeStep(settings: ChaseSettings, step: ChaseStep): ChaseSettings {
  return withPresetName({ ...settings, steps: settings.steps.filter((other) => other.step !== step) });
}

export function setTiming(settings: ChaseSettings, step: ChaseStep, timing: StepTiming): ChaseSettings {
  const steps = settings.steps.map((other) => (other.step === step ? { step, timing } : other));
  return withPresetName({ ...settings, steps });
}

export function timingMs(timing: StepTiming): number {
  return timing.from === 'close' ? timing.beforeMs : timing.afterMs;
}

export function withTimingMs(timing: StepTiming, durationMs: number): StepTiming {
  return timing.from === 'close' ? { ...timing, beforeMs: durationMs } : { ...timing, afterMs: durationMs };
}

/** The anchor that a step is counted from, as one value of a select: `placed`, `close` or the step before it. */
export function withAnchor(timing: StepTiming, anchor: 'placed' | 'close' | ChaseStep): StepTiming {
  const durationMs = timingMs(timing);
  if (anchor === 'placed') return { from: 'placed', afterMs: durationMs };
  if (anchor === 'close') return { from: 'close', beforeMs: durationMs };
  return { from: 'step', step: anchor, afterMs: durationMs };
}

function closeError(timing: StepTiming, closesAfterMs: number | null): string | undefined {
  if (closesAfterMs === null) return timing.from === 'close' ? '订单不自动关闭，没有关闭时间' : undefined;
  if (timing.from === 'close') return timing.beforeMs >= closesAfterMs ? '早于下单时间' : undefined;
  return timing.from === 'placed' && timing.afterMs >= closesAfterMs ? '届时订单已自动关闭' : undefined;
}

/** Why a step can never come up as it stands. */
export function stepError(settings: ChaseSettings, { timing }: ChaseStepSetting): string | undefined {
  if (timing.from === 'step' && !settings.steps.some(({ step }) => step === timing.step)) {
    return '所依据的步骤不存在';
  }
  return closeError(timing, settings.closesAfterMs);
}

export function hasStepError(settings: ChaseSettings): boolean {
  return settings.steps.some((step) => stepError(settings, step) !== undefined);
}

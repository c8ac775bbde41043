import { z } from 'zod';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';
import { Span } from '../../time/moment.ts';

/** Which message of the ladder a chase task stands for; `remind`, `warn` and `claim-fee` are P5, P6 and P7. */
export const CHASE_STEPS = ['first', 'second', 'last', 'remind', 'warn', 'claim-fee'] as const;
export const ChaseStep = z.enum(CHASE_STEPS);
export type ChaseStep = z.infer<typeof ChaseStep>;

export const CHASE_STEP_LABELS = {
  first: '首次催付',
  second: '二次催付',
  last: '关闭前催付',
  remind: '3 天提醒',
  warn: '7 天警告',
  'claim-fee': '申请退还交易费',
} as const satisfies Record<ChaseStep, string>;

/** P2: the reminder of a time that the customer named when the whole ladder was sent already; one per agreed time. */
export const AGREED_STEP = 'agreed';

/** The customer has answered without a message of ours before: an agent has spoken to them, and that is a contact. */
export const ANSWERED_STEP = 'answered';

const STEP_LABELS = new Map<string, string>([
  ...Object.entries(CHASE_STEP_LABELS),
  [AGREED_STEP, '约定付款提醒'],
  ['reorder', '再拍提醒'],
  [ANSWERED_STEP, '客户已答复'],
]);

/** The words for the step of a chase task; what this build does not know is shown as it is. */
export const chaseStepLabel = (step: string): string => STEP_LABELS.get(step) ?? step;

/** When a step is due, counted from the order, back from its closing, or on from an earlier message. */
export const StepTiming = z.discriminatedUnion('from', [
  z.object({ from: z.literal('placed'), afterMs: Span }),
  z.object({ from: z.literal('close'), beforeMs: Span }),
  z.object({ from: z.literal('step'), step: ChaseStep, afterMs: Span }),
]);
export type StepTiming = z.infer<typeof StepTiming>;

export const ChaseStepSetting = z.object({ step: ChaseStep, timing: StepTiming });
export type ChaseStepSetting = z.infer<typeof ChaseStepSetting>;

const minuteOfDay = z.int().min(0).max(1439);

/** Minutes since midnight in Beijing. A chase due inside rolls to `resumeAt` while the order is still open then. */
export const QuietHours = z.object({
  fromMinute: minuteOfDay,
  toMinute: minuteOfDay,
  resumeAtMinute: minuteOfDay,
});
export type QuietHours = z.infer<typeof QuietHours>;

export const CHASE_PRESETS = ['default', 'big-sale', 'group-buy', 'long'] as const;
export const ChasePreset = z.enum(CHASE_PRESETS);
export type ChasePreset = z.infer<typeof ChasePreset>;

export const CHASE_PRESET_LABELS = {
  default: '日常',
  'big-sale': '大促',
  'group-buy': '团购（30 分钟关闭）',
  long: '长周期（3 天提醒、7 天警告）',
} as const satisfies Record<ChasePreset, string>;

export const ChaseSettings = z.object({
  preset: z.union([ChasePreset, z.literal('custom')]),
  /** How long after being placed the platform closes an unpaid order; `null` when it never does. */
  closesAfterMs: Span.positive().nullable(),
  steps: z.array(ChaseStepSetting).min(1).max(6),
  quietHours: QuietHours.nullable(),
  maxPer24h: z.int().min(1).max(10),
  /** A buyer who paid another order or was chased within this time is 不建议催付. */
  adviceWindowMs: Span,
  /** A chase within this time of an order placed without any talk earns no credit; 0 credits every chase. */
  silentCreditMs: Span,
});
export type ChaseSettings = z.infer<typeof ChaseSettings>;

export const USUAL_QUIET_HOURS: QuietHours = {
  fromMinute: 22 * 60,
  toMinute: 8 * 60,
  resumeAtMinute: 8 * 60 + 30,
};

const common = {
  quietHours: USUAL_QUIET_HOURS,
  maxPer24h: 3,
  adviceWindowMs: 3 * DAY,
  silentCreditMs: 0,
};

export const CHASE_PRESET_SETTINGS = {
  default: {
    ...common,
    preset: 'default',
    closesAfterMs: DAY,
    steps: [
      { step: 'first', timing: { from: 'placed', afterMs: 15 * MINUTE } },
      { step: 'second', timing: { from: 'placed', afterMs: 2 * HOUR } },
      { step: 'last', timing: { from: 'close', beforeMs: HOUR } },
    ],
  },
  'big-sale': {
    ...common,
    preset: 'big-sale',
    closesAfterMs: DAY,
    steps: [
      { step: 'first', timing: { from: 'placed', afterMs: 10 * MINUTE } },
      { step: 'second', timing: { from: 'placed', afterMs: HOUR } },
      { step: 'last', timing: { from: 'close', beforeMs: 2 * HOUR } },
    ],
  },
  'group-buy': {
    ...common,
    preset: 'group-buy',
    closesAfterMs: 30 * MINUTE,
    steps: [
      { step: 'first', timing: { from: 'placed', afterMs: 10 * MINUTE } },
      { step: 'last', timing: { from: 'close', beforeMs: 5 * MINUTE } },
    ],
  },
  long: {
    ...common,
    preset: 'long',
    closesAfterMs: null,
    steps: [
      { step: 'first', timing: { from: 'placed', afterMs: 15 * MINUTE } },
      { step: 'second', timing: { from: 'placed', afterMs: 2 * HOUR } },
      { step: 'remind', timing: { from: 'placed', afterMs: 3 * DAY } },
      { step: 'warn', timing: { from: 'placed', afterMs: 7 * DAY } },
      { step: 'claim-fee', timing: { from: 'step', step: 'warn', afterMs: 7 * DAY } },
    ],
  },
} as const satisfies Record<ChasePreset, ChaseSettings>;

export const DEFAULT_CHASE_SETTINGS: ChaseSettings = CHASE_PRESET_SETTINGS.default;

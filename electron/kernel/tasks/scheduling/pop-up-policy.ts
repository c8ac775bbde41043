import { type QuietRange, quietPeriodAt } from '../../../../shared/domain/team/quiet-hours.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';

export type PopUpSettings = {
  readonly doNotDisturbUntilMs: EpochMs | null;
  /** Off by default: a night shift needs its reminders. */
  readonly quietHours: QuietRange | null;
};

/** Until when pop-ups are held back, `null` when they are not. It delays the pop-up, never the task. */
export function holdUntil(
  { doNotDisturbUntilMs, quietHours }: PopUpSettings,
  nowMs: EpochMs,
): EpochMs | null {
  const disturbAtMs =
    doNotDisturbUntilMs !== null && doNotDisturbUntilMs > nowMs ? doNotDisturbUntilMs : nowMs;
  const quietEndMs = quietHours === null ? undefined : quietPeriodAt(quietHours, disturbAtMs)?.endMs;
  const endMs = quietEndMs ?? disturbAtMs;
  return endMs > nowMs ? endMs : null;
}

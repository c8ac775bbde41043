import type { CommonRule } from '../../../shared/domain/subjects/common-subject.ts';
import { periodAt } from '../../../shared/time/periods.ts';

/** Each turn of a duty is one task. The next turn ends it as missed, so that they never pile up. */
export const doRecurringDuty: CommonRule = {
  kind: 'recurring',
  concerns: ({ duties }) => duties.length > 0,
  find: ({ ref, duties }, nowMs) =>
    duties.map(({ key, label, schedule, dueAfterMs, missed }) => {
      const period = periodAt(schedule, nowMs);
      return {
        kind: 'recurring',
        subject: ref,
        step: key,
        occurrence: period.key,
        dueAtMs: Math.min(period.startMs + dueAfterMs, period.endMs),
        expiresAtMs: period.endMs,
        amountAtRiskFen: 0,
        reason: missed === 0 ? label : `${label}，已连续错过 ${missed} 次`,
        advice: null,
      };
    }),
  settledBy: ({ duties }) => (duties.length > 0 ? null : { reason: '不再需要', isFinal: false }),
};

import { deadlineOccurrence, moveText, warningAtMs } from '../../../shared/domain/shared-parts/deadline.ts';
import type { CommonRule } from '../../../shared/domain/subjects/common-subject.ts';

/** Somebody is warned before the end. A time that moves is warned of anew, at once where it has come nearer. */
export const warnOfDeadline: CommonRule = {
  kind: 'deadline',
  concerns: ({ deadlines }) => deadlines.length > 0,
  find: ({ ref, deadlines }) =>
    deadlines.map(({ kind, time, spec }) => ({
      kind: 'deadline',
      subject: ref,
      step: kind,
      occurrence: deadlineOccurrence(time),
      dueAtMs: warningAtMs(time, spec.warnBeforeMs),
      expiresAtMs: time.atMs,
      amountAtRiskFen: 0,
      reason: moveText(time) ?? `${spec.label}即将截止`,
      advice: null,
    })),
  settledBy: ({ deadlines }) => (deadlines.length > 0 ? null : { reason: '已没有截止时间', isFinal: false }),
};

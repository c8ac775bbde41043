import { deadlineOccurrence, moveText, warningAtMs } from '../../../shared/domain/shared-parts/deadline.ts';
import type { CommonRule, CommonSubject } from '../../../shared/domain/subjects/common-subject.ts';

/** The ends that no rule of the subject's own asks about. */
const warnedOf = ({ deadlines }: CommonSubject) =>
  deadlines.flatMap(({ kind, time, spec: { label, warnBeforeMs } }) =>
    warnBeforeMs === null ? [] : [{ kind, time, label, warnBeforeMs }],
  );

/** Somebody is warned before the end. A time that moves is warned of anew, at once where it has come nearer. */
export const warnOfDeadline: CommonRule = {
  kind: 'deadline',
  concerns: (subject) => warnedOf(subject).length > 0,
  find: (subject) =>
    warnedOf(subject).map(({ kind, time, label, warnBeforeMs }) => ({
      kind: 'deadline',
      subject: subject.ref,
      step: kind,
      occurrence: deadlineOccurrence(time),
      dueAtMs: warningAtMs(time, warnBeforeMs),
      expiresAtMs: time.atMs,
      amountAtRiskFen: 0,
      reason: moveText(time) ?? `${label}即将截止`,
      advice: null,
    })),
  settledBy: (subject) =>
    warnedOf(subject).length > 0 ? null : { reason: '已没有截止时间', isFinal: false },
};

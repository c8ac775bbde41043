import { CASE_STATE_LABELS, isClosed } from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { amountOfCase, type CaseRule } from '../../../shared/domain/shared-parts/case/case-subject.ts';

/** O3: an agreement with a customer for a day is looked at before that day. */
export const remindOfCase: CaseRule = {
  kind: 'case-reminder',
  concerns: ({ openCase, spec }) => !isClosed(openCase) && spec?.reminders !== undefined,
  find(subject) {
    const { openCase, spec } = subject;
    return (spec?.reminders?.(openCase) ?? [])
      .filter(({ atMs }) => atMs > openCase.openedAtMs)
      .map(({ key, atMs, text }) => ({
        kind: 'case-reminder' as const,
        subject: { kind: 'case' as const, id: openCase.id },
        step: 'remind',
        occurrence: `${key}:${atMs}`,
        dueAtMs: atMs,
        expiresAtMs: null,
        amountAtRiskFen: amountOfCase(subject),
        reason: text,
        advice: null,
        ...(openCase.ownerId === null ? {} : { ownerId: openCase.ownerId }),
      }));
  },
  settledBy: ({ openCase }) =>
    isClosed(openCase) ? { reason: CASE_STATE_LABELS.closed, isFinal: false } : null,
};

import { CASE_STATE_LABELS, isClosed } from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import {
  amountOfCase,
  type CaseRule,
  caseStepText,
  freshNews,
} from '../../../shared/domain/shared-parts/case/case-subject.ts';

/** The step of an open case is done by its due time. */
export const doCaseStep: CaseRule = {
  kind: 'case-step',
  concerns: ({ openCase }) => !isClosed(openCase),
  find(subject) {
    const { id, stepDueAtMs, stepSinceMs, ownerId } = subject.openCase;
    if (stepDueAtMs === null) return [];
    return [
      {
        kind: 'case-step',
        subject: { kind: 'case', id },
        step: 'do',
        occurrence: String(stepSinceMs),
        dueAtMs: stepDueAtMs,
        expiresAtMs: null,
        amountAtRiskFen: amountOfCase(subject),
        reason: [caseStepText(subject), freshNews(subject)?.text].filter(Boolean).join('，'),
        advice: null,
        ...(ownerId === null ? {} : { ownerId }),
      },
    ];
  },
  settledBy: ({ openCase: { state, stepDueAtMs } }) =>
    stepDueAtMs === null ? { reason: CASE_STATE_LABELS[state.kind], isFinal: false } : null,
};

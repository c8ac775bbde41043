import {
  CASE_STATE_LABELS,
  isClosed,
  WAITING_ON_LABELS,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { type CaseRule, caseStepText } from '../../../shared/domain/shared-parts/case/case-subject.ts';

/** A case that waits is looked at again at the time that was named, so that no answer is waited for in vain. */
export const checkWaitingCase: CaseRule = {
  kind: 'case-check',
  concerns: ({ openCase }) => !isClosed(openCase),
  find(subject) {
    const { id, state, ownerId } = subject.openCase;
    if (state.kind !== 'waiting') return [];
    return [
      {
        kind: 'case-check',
        subject: { kind: 'case', id },
        step: 'look',
        occurrence: String(state.nextCheckAtMs),
        dueAtMs: state.nextCheckAtMs,
        expiresAtMs: null,
        amountAtRiskFen: 0,
        reason: `${caseStepText(subject)}，等待${WAITING_ON_LABELS[state.on]}`,
        advice: null,
        ...(ownerId === null ? {} : { ownerId }),
      },
    ];
  },
  settledBy: ({ openCase: { state } }) =>
    state.kind === 'waiting' ? null : { reason: CASE_STATE_LABELS[state.kind], isFinal: false },
};

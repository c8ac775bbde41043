import {
  CASE_STATE_LABELS,
  isClosed,
  WAITING_ON_LABELS,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import {
  amountOfCase,
  type CaseRule,
  caseStepText,
  freshNews,
} from '../../../shared/domain/shared-parts/case/case-subject.ts';

/** A case that waits is looked at again at the time that was named, or as soon as an import has brought what it waits for. */
export const checkWaitingCase: CaseRule = {
  kind: 'case-check',
  concerns: ({ openCase }) => !isClosed(openCase),
  find(subject) {
    const { id, state, ownerId } = subject.openCase;
    if (state.kind !== 'waiting') return [];
    const news = freshNews(subject);
    return [
      {
        kind: 'case-check',
        subject: { kind: 'case', id },
        step: 'look',
        occurrence: `${state.nextCheckAtMs}${news === null ? '' : '+'}`,
        dueAtMs: Math.min(state.nextCheckAtMs, news?.atMs ?? state.nextCheckAtMs),
        expiresAtMs: null,
        amountAtRiskFen: amountOfCase(subject),
        reason: `${caseStepText(subject)}，${news?.text ?? `等待${WAITING_ON_LABELS[state.on]}`}`,
        advice: null,
        ...(ownerId === null ? {} : { ownerId }),
      },
    ];
  },
  settledBy: ({ openCase: { state } }) =>
    state.kind === 'waiting' ? null : { reason: CASE_STATE_LABELS[state.kind], isFinal: false },
};

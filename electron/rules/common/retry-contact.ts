import type { CommonRule } from '../../../shared/domain/subjects/common-subject.ts';

/** A person who was not reached is tried again at the time that the agent named. */
export const retryContact: CommonRule = {
  kind: 'contact-retry',
  concerns: ({ attempt }) => attempt?.result.kind === 'not-reached',
  find({ ref, attempt }) {
    if (attempt?.result.kind !== 'not-reached') return [];
    const { id, result, agentId } = attempt;
    return [
      {
        kind: 'contact-retry',
        subject: ref,
        step: 'try-again',
        occurrence: id,
        dueAtMs: result.nextTryAtMs,
        expiresAtMs: null,
        amountAtRiskFen: 0,
        reason: '上次未联系上',
        advice: null,
        ...(agentId === null ? {} : { ownerId: agentId }),
      },
    ];
  },
  settledBy({ attempt }) {
    if (attempt === null) return { reason: '已无联系记录', isFinal: false };
    if (attempt.result.kind === 'not-reached') return null;
    return { reason: attempt.result.kind === 'reached' ? '已联系上' : '不再联系', isFinal: false };
  },
};

import type { CommonRule, OwnClaim } from '../../../shared/domain/subjects/common-subject.ts';

/** The latest claim of each kind, if it is refuted and its kind asks the agent again. */
function unanswered(claims: readonly OwnClaim[]): readonly OwnClaim[] {
  const lastOfKind = new Map(claims.map((one) => [one.claim.kind, one]));
  return [...lastOfKind.values()].filter(({ claim, spec }) => claim.state === 'refuted' && spec.asksAgain);
}

/** X4: a refuted claim comes back as a task, until an agent claims the same again. */
export const askRefutedClaimAgain: CommonRule = {
  kind: 'claim-refuted',
  // The next import may refute one that is open, and of many subjects it looks only at those that are live.
  concerns: ({ claims }) =>
    claims.some(({ claim: { state }, spec }) => spec.asksAgain && (state === 'open' || state === 'refuted')),
  find: ({ ref, claims }) =>
    unanswered(claims).map(({ claim: { id, agentId, claimedAtMs, judgedAtMs }, spec }) => ({
      kind: 'claim-refuted',
      subject: ref,
      step: 'ask-again',
      occurrence: id,
      dueAtMs: judgedAtMs ?? claimedAtMs,
      expiresAtMs: null,
      amountAtRiskFen: 0,
      reason: `导入未显示：${spec.label}`,
      advice: null,
      ...(agentId === null ? {} : { ownerId: agentId }),
    })),
  settledBy: ({ claims }) =>
    unanswered(claims).length > 0 ? null : { reason: '已重新登记或已核实', isFinal: false },
};

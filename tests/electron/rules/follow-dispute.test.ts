import { describe, expect, it } from 'vitest';
import { disputeSettledBy, followDispute } from '../../../electron/rules/follow-dispute.ts';
import { anOrderSubject } from '../../support/an-order.ts';

describe('P7: a dispute is followed to its end', () => {
  it('is due when the agent wanted to look again', () => {
    const tasks = followDispute(anOrderSubject({ dispute: { followUpAtMs: 5000 } }));
    expect(tasks).toEqual([expect.objectContaining({ kind: 'dispute', dueAtMs: 5000, expiresAtMs: null })]);
  });

  it('makes a promise of its own of each look', () => {
    const stepAt = (followUpAtMs: number) =>
      followDispute(anOrderSubject({ dispute: { followUpAtMs } }))[0]?.step;
    expect(stepAt(5000)).not.toBe(stepAt(6000));
  });

  it('is over without a dispute', () => {
    expect(followDispute(anOrderSubject())).toEqual([]);
    expect(disputeSettledBy(anOrderSubject())?.reason).toBe('纠纷已结束');
    expect(disputeSettledBy(anOrderSubject({ dispute: { followUpAtMs: 1 } }))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { followDispute } from '../../../../electron/rules/order/follow-dispute.ts';
import { anOrderSubject } from '../../../support/records/an-order.ts';

describe('P7: a dispute is followed to its end', () => {
  it('is due when the agent wanted to look again', () => {
    const tasks = followDispute.find(anOrderSubject({ dispute: { followUpAtMs: 5000 } }), 0);
    expect(tasks).toEqual([expect.objectContaining({ kind: 'dispute', dueAtMs: 5000, expiresAtMs: null })]);
  });

  it('makes a promise of its own of each look', () => {
    const lookAt = (followUpAtMs: number) =>
      followDispute.find(anOrderSubject({ dispute: { followUpAtMs } }), 0)[0]?.occurrence;
    expect(lookAt(5000)).not.toBe(lookAt(6000));
  });

  it('is over without a dispute', () => {
    expect(followDispute.find(anOrderSubject(), 0)).toEqual([]);
    expect(followDispute.settledBy(anOrderSubject())?.reason).toBe('纠纷已结束');
    expect(followDispute.settledBy(anOrderSubject({ dispute: { followUpAtMs: 1 } }))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { answerConcession } from '../../../../electron/rules/order/answer-concession.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { aConcession } from '../../../support/records/a-concession.ts';
import { anOrder, anOrderSubject } from '../../../support/records/an-order.ts';

const request = { amountFen: 3000, reason: '老客', dueAtMs: 5000 };
const decision = { agentId: 'lead-1' as AgentId, atMs: 6000, note: null };

describe('R10: the lead or the agent who has to answer is told so', () => {
  it('nobody has to for what lies within the agent’s limit', () => {
    expect(answerConcession.find(anOrderSubject({ concessions: [aConcession()] }), 0)).toEqual([]);
  });

  it('the lead until the time that was set, the agent at the moment of the answer', () => {
    const asked = aConcession({ state: 'asked', request });
    expect(answerConcession.find(anOrderSubject({ concessions: [asked] }), 0)).toMatchObject([
      { step: 'decide', occurrence: 'concession-1', dueAtMs: 5000 },
    ]);
    const denied = aConcession({ state: 'denied', request, decision });
    expect(answerConcession.find(anOrderSubject({ concessions: [denied] }), 0)).toMatchObject([
      { step: 'answer', occurrence: 'concession-1', dueAtMs: 6000, ownerId: 'agent-1' },
    ]);
  });

  it('the agent, once an import shows the price that was agreed, to tell the customer', () => {
    const accepted = aConcession({
      state: 'accepted',
      offer: { kind: 'money', amountFen: 500 },
      payableBeforeFen: 8800,
      updatedAtMs: 1000,
    });
    const wanted = (payableFen: number | null) =>
      answerConcession.find(anOrderSubject({ order: anOrder({ payableFen }), concessions: [accepted] }), 0);
    expect([wanted(8800), wanted(null)]).toEqual([[], []]);
    expect(wanted(8300)).toMatchObject([
      {
        step: 'tell-price',
        dueAtMs: 1000 + 3 * 60_000,
        ownerId: 'agent-1',
        reason: '价格已改为 ¥83.00，告诉客户付款',
      },
    ]);
  });

  it('nobody once the order is paid or closed', () => {
    const asked = aConcession({ state: 'asked', request });
    const paid = anOrderSubject({ order: anOrder({ status: 'paid' }), concessions: [asked] });
    expect(answerConcession.find(paid, 0)).toEqual([]);
    expect(answerConcession.settledBy(paid)?.reason).toBe('订单已付款');
    expect(answerConcession.settledBy(anOrderSubject())).toBeNull();
  });
});

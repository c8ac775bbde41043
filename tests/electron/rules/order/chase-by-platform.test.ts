import { describe, expect, it } from 'vitest';
import { chaseUnpaidOrder } from '../../../../electron/rules/order/chase-unpaid-order.ts';
import { aLadderSubject, type LadderSituation } from '../../../support/records/a-ladder-subject.ts';
import { beijing } from '../../../support/records/an-order.ts';

describe('P1: an unpaid order of a shop that may write to nobody', () => {
  it('is asked for by the platform, and that an agreed time is kept by a message', () => {
    const way = (situation: LadderSituation) =>
      chaseUnpaidOrder
        .find(aLadderSubject({ platform: 'pinduoduo', ...situation }), beijing('2026-06-10 10:00'))
        .map(({ reason }) => reason);
    expect(way({})[0]).toBe('下单 15 分钟未付款，用平台「催支付」');
    expect(way({ order: { agreedPayAtMs: beijing('2026-06-10 15:00') } })[0]).toContain('客户约定');
    expect(way({ order: { agreedPayAtMs: beijing('2026-06-10 15:00') } })[0]).not.toContain('催支付');
  });
});

import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../../../shared/domain/refunds/refund-refusal.ts';
import { retentionChanceOf } from '../../../../shared/domain/refunds/refund-retention.ts';
import { returnRightOf } from '../../../../shared/domain/refunds/unconditional-return.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import {
  APPLIED_AT_MS,
  aRefund,
  aRefundOrder,
  aRefundSubject,
  STATUS,
} from '../../../support/records/a-refund.ts';
import { beijing } from '../../../support/records/an-order.ts';

describe('A4: refusing', () => {
  it.each([
    ['is possible on 淘宝 for goods with a fault', {}, true],
    ['is not possible before shipping', { platformType: '未发货仅退款' }, false],
    ['is not possible for 七天无理由', { reason: '七天无理由退换货' }, false],
    ['is not the shop’s once it has agreed', { platformStatus: STATUS.agreed }, false],
    ['is not known without a reason', { reason: null }, null],
    ['is not known where nobody has seen the platform’s rule', { platform: 'douyin' }, null],
    ['is not known in a state without meaning', { platformStatus: '售后处理中' }, null],
  ] as const)('%s', (_what, overrides, isAllowed) => {
    expect(refusalOf(aRefund(overrides)).isAllowed).toBe(isAllowed);
  });

  it('needs evidence on 天猫', () => {
    expect(refusalOf(aRefund({ platform: 'tmall' })).text).toContain('须上传凭证');
    expect(refusalOf(aRefund()).text).not.toContain('凭证');
  });
});

describe('A2: keeping an order', () => {
  it.each([
    ['is tried where the customer hesitates', { reason: '拍错/多拍/不想要' }, true],
    ['is tried for 七天无理由 without a fault', { reason: '七天无理由退换货' }, true],
    ['is not tried for a fault', { reason: '收到商品破损/不符' }, false],
    [
      'is not tried for a fault that the customer names in passing',
      { reason: '七天无理由退换货', explanation: '杯口有瑕疵' },
      false,
    ],
    [
      'is tried for a late order that has not left',
      { reason: '未按约定时间发货', shippedState: '未发货' },
      true,
    ],
    [
      'is not tried for a late order on its way',
      { reason: '未按约定时间发货', shippedState: '已发货' },
      false,
    ],
    ['is asked about where the reason says nothing', { reason: '其他' }, null],
    ['is too late once the goods come back', { reason: '不想要', platformStatus: STATUS.returned }, false],
  ])('%s', (_what, overrides, isWorthIt) => {
    const { refund, clock } = aRefundSubject(overrides);
    expect(retentionChanceOf(refund, clock, APPLIED_AT_MS).isWorthIt).toBe(isWorthIt);
  });

  it('is not tried in the last hours: an order is never kept by letting the clock run', () => {
    const { refund, clock } = aRefundSubject({ reason: '不想要' });
    const endMs = clock.end?.atMs ?? 0;
    expect(retentionChanceOf(refund, clock, endMs - 5 * HOUR).isWorthIt).toBe(true);
    expect(retentionChanceOf(refund, clock, endMs - 3 * HOUR)).toEqual({
      isWorthIt: false,
      text: '即将超时，先处理退款',
    });
  });
});

describe('A10: sending back without a reason', () => {
  const order = aRefundOrder({ status: 'completed', completedAtMs: beijing('2026-06-03 21:00') });
  const rightOf = (overrides: Parameters<typeof aRefund>[0]) =>
    returnRightOf(aRefund({ reason: '七天无理由退换货', ...overrides }), 7);

  it('lasts to the end of the seventh day from the day after', () => {
    expect(rightOf({ order, appliedAtMs: beijing('2026-06-10 23:59') })).toMatchObject({
      verdict: 'within',
      lastDate: '2026-06-10',
    });
    expect(rightOf({ order, appliedAtMs: beijing('2026-06-11 00:00') }).verdict).toBe('past');
  });

  it('is not known where nothing shows when the goods came', () => {
    expect(rightOf({ order: null })).toMatchObject({ verdict: 'unknown', lastDate: null });
    expect(rightOf({ order, appliedAtMs: null }).verdict).toBe('unknown');
  });

  it('does not matter for a fault, for which the shop pays the freight', () => {
    expect(rightOf({ order, reason: '商品质量问题', appliedAtMs: beijing('2026-07-01 09:00') }).verdict).toBe(
      'fault',
    );
  });
});

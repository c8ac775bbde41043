import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isReturnHere,
  REFUND_STATES,
  refundStateOf,
  refundTypeOf,
} from '../../../../shared/domain/refunds/refund-words.ts';
import { aRefund, aRefundOrder } from '../../../support/records/a-refund.ts';

const stateOf = (platformStatus: string | null, intervention: string | null = null) =>
  refundStateOf({ platformStatus, intervention });

describe('A4: the state of a refund', () => {
  it.each([
    ['买家已经申请退款，等待卖家同意', 'wait-seller'],
    ['买家已经申请退款,等待卖家同意', 'wait-seller'],
    ['卖家已经同意退款，等待买家退货', 'wait-buyer-return'],
    ['买家已经退货，等待卖家确认收货', 'wait-seller-receive'],
    ['卖家拒绝退款', 'refused'],
    ['退款成功', 'success'],
    ['退款关闭', 'closed'],
    ['待商家收货', 'wait-seller-receive'],
    ['同意退款，退款成功', 'success'],
    ['退货退款待商家处理', 'wait-seller'],
    ['平台处理中', 'platform'],
    ['待商家召回', 'wait-refuse-delivery'],
    ['WAIT_SELLER_AGREE', 'wait-seller'],
  ] as const)('reads %s', (word, state) => {
    expect(stateOf(word)).toBe(state);
  });

  it('stays unknown where no word says it, and is never guessed', () => {
    expect(stateOf('售后处理中')).toBe('unknown');
    expect(stateOf(null)).toBe('unknown');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(REFUND_STATES).toContain(stateOf(`某${text}某`));
        expect(stateOf(`某${text}某`)).toBe('unknown');
      }),
    );
  });

  it('is with the platform once it has stepped in, until the refund is over', () => {
    for (const word of ['客服已介入', '已介入', '需客服介入', '举证中']) {
      expect(stateOf('卖家拒绝退款', word)).toBe('platform');
      expect(stateOf('退款成功', word)).toBe('success');
    }
    for (const word of ['无客服介入', '未介入', null]) expect(stateOf('卖家拒绝退款', word)).toBe('refused');
  });
});

describe('A4: the type of a refund', () => {
  const typeOf = (overrides: Parameters<typeof aRefund>[0]) => refundTypeOf(aRefund(overrides));

  it('is the platform’s, and in old exports whether the goods come back', () => {
    expect(typeOf({ platformType: '退货退款' })).toBe('return-refund');
    expect(typeOf({ platformType: '换货' })).toBe('exchange');
    expect(typeOf({ platformType: null, needsReturn: '是' })).toBe('return-refund');
    expect(typeOf({ platformType: null, needsReturn: '否' })).toBe('refund-only');
    expect(typeOf({ platformType: '上门取件', needsReturn: null })).toBeNull();
  });

  it('tells money alone before and after shipping apart by the row or by the order', () => {
    const money = { platformType: '仅退款' };
    expect(typeOf({ ...money, shippedState: '未发货' })).toBe('refund-unshipped');
    expect(typeOf({ ...money, shippedState: '已发货', order: aRefundOrder({ status: 'paid' }) })).toBe(
      'refund-only',
    );
    expect(typeOf({ ...money, order: aRefundOrder({ status: 'paid' }) })).toBe('refund-unshipped');
    expect(typeOf({ ...money, order: aRefundOrder({ status: 'shipped' }) })).toBe('refund-only');
  });

  it('takes no closed or missing order for one that was not shipped', () => {
    expect(typeOf({ platformType: '仅退款' })).toBe('refund-only');
    expect(typeOf({ platformType: '仅退款', order: aRefundOrder({ status: 'closed' }) })).toBe('refund-only');
  });
});

describe('A4: the goods that come back', () => {
  it('are here when an agent or the courier says so, and unknown when neither does', () => {
    expect(isReturnHere({ arrival: 'arrived', returnState: null })).toBe(true);
    expect(isReturnHere({ arrival: null, returnState: '已签收' })).toBe(true);
    expect(isReturnHere({ arrival: null, returnState: '运输中' })).toBe(false);
    expect(isReturnHere({ arrival: null, returnState: null })).toBeNull();
  });
});

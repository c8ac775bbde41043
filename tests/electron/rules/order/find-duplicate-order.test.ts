import { describe, expect, it } from 'vitest';
import { findDuplicateOrder } from '../../../../electron/rules/order/find-duplicate-order.ts';
import type { OrderSubject, OtherOrder } from '../../../../shared/domain/orders/order-subject.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import {
  aCustomer,
  anItem,
  anOrder,
  anOrderSubject,
  anOtherOrder,
  PLACED_AT_MS,
} from '../../../support/records/an-order.ts';

const older = (overrides: Partial<OtherOrder> = {}) =>
  anOtherOrder({ no: '77', placedAtMs: PLACED_AT_MS - HOUR, ...overrides });

function reasons(otherOrders: readonly OtherOrder[], overrides: Partial<OrderSubject> = {}): string[] {
  const subject = anOrderSubject({ customer: aCustomer(), otherOrders, ...overrides });
  return findDuplicateOrder.find(subject, 0).map((task) => task.reason);
}

const FOUND = ['与订单 77 商品相同，请确认是否重复下单'];

describe('P8: duplicate purchases', () => {
  it('asks on the newer of two orders of the same things, at once', () => {
    const subject = anOrderSubject({ customer: aCustomer(), otherOrders: [older()] });
    expect(findDuplicateOrder.find(subject, 0)).toEqual([
      expect.objectContaining({
        kind: 'duplicate',
        dueAtMs: PLACED_AT_MS,
        expiresAtMs: null,
        amountAtRiskFen: 8800,
        reason: FOUND[0],
      }),
    ]);
  });

  it('asks once about three orders, on the newest', () => {
    expect(reasons([older(), older({ no: '66' })])).toEqual(['与订单 66、77 商品相同，请确认是否重复下单']);
    expect(reasons([older(), older({ no: '99', placedAtMs: PLACED_AT_MS + HOUR })])).toEqual([]);
  });

  it('asks about orders that are paid and not shipped as well', () => {
    expect(reasons([older({ status: 'paid' })], { order: anOrder({ status: 'paid' }) })).toEqual(FOUND);
    expect(reasons([older({ status: 'shipped' })])).toEqual([]);
    expect(reasons([older({ status: 'closed' })])).toEqual([]);
    expect(reasons([older()], { order: anOrder({ status: 'shipped' }) })).toEqual([]);
  });

  it('looks back 72 hours', () => {
    expect(reasons([older({ placedAtMs: PLACED_AT_MS - 72 * HOUR })])).toEqual(FOUND);
    expect(reasons([older({ placedAtMs: PLACED_AT_MS - 72 * HOUR - 1 })])).toEqual([]);
  });

  it('never takes masked or unknown customers for one person', () => {
    expect(reasons([older()], { customer: aCustomer({ isMasked: true }) })).toEqual([]);
    expect(reasons([older()], { customer: null })).toEqual([]);
  });

  it('tells other things and other styles apart', () => {
    expect(reasons([older({ itemTitle: '运动裤' })])).toEqual([]);
    expect(reasons([older({ sku: '白色' })], { order: anOrder({ sku: '黑色' }) })).toEqual([]);
    expect(reasons([older({ sku: '白色' })], { order: anOrder({ sku: '白色' }) })).toEqual(FOUND);
    expect(reasons([older({ itemTitle: null })], { order: anOrder({ itemTitle: null }) })).toEqual([]);
  });

  it('compares several things without regard to their order', () => {
    const order = anOrder({ itemTitle: '纯棉短袖T恤，运动裤' });
    expect(reasons([older({ itemTitle: '运动裤，纯棉短袖T恤' })], { order })).toEqual(FOUND);
    const items = [anItem({ title: '运动裤', sku: null }), anItem({ lineNo: '#2', sku: null })];
    expect(reasons([older({ itemTitle: '运动裤，纯棉短袖T恤' })], { order, items })).toEqual(FOUND);
    expect(reasons([older({ itemTitle: null, items })], { order })).toEqual(FOUND);
  });

  it('asks no more once an agent has settled it, on this order or on a newer one', () => {
    expect(reasons([older()], { isDuplicateSettled: true })).toEqual([]);
    expect(reasons([older({ isDuplicateSettled: true })])).toEqual([]);
    const newer = older({
      no: '99',
      placedAtMs: PLACED_AT_MS + HOUR,
      status: 'closed',
      isDuplicateSettled: true,
    });
    expect(reasons([older(), newer])).toEqual([]);
  });

  it('says why the question is over', () => {
    const over = (overrides: Partial<OrderSubject>) =>
      findDuplicateOrder.settledBy(
        anOrderSubject({ customer: aCustomer(), otherOrders: [older()], ...overrides }),
      )?.reason;
    expect(over({})).toBeUndefined();
    expect(over({ isDuplicateSettled: true })).toBe('已与客户确认');
    expect(over({ otherOrders: [] })).toBe('已无重复订单');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { careForLowScores } from '../../../../electron/rules/order/care-for-low-scores.ts';
import { lowScoreOf, scoredGoodsOf } from '../../../../shared/domain/orders/low-score.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { OrderSubject } from '../../../../shared/domain/orders/order-subject.ts';
import { NO_SHIP_FACTS } from '../../../../shared/domain/shipping/ship-facts.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { anOrder, anOrderSubject, anOtherOrder, beijing } from '../../../support/records/an-order.ts';

const SHIPPED = beijing('2026-06-10 10:00');
const CARE = { ...DEFAULT_SHOP_SETTINGS.care, goods: ['保温杯 4.6', '积木 4.9'] };
const settings = { ...DEFAULT_SHOP_SETTINGS, care: CARE };

function subjectOf(order: Partial<Order>, facts: Partial<OrderSubject> = {}): OrderSubject {
  const known = { status: 'shipped', itemTitle: '316 不锈钢保温杯', shippedAtMs: SHIPPED } as const;
  return anOrderSubject({ order: anOrder({ ...known, ...order }), settings, ...facts });
}
const NOW = beijing('2026-06-10 11:00');
const tasksOf = (subject: OrderSubject, nowMs = NOW) =>
  careForLowScores.find(subject, nowMs).map(({ step, dueAtMs, reason }) => ({ step, dueAtMs, reason }));
const RECEIVED = { status: 'completed', completedAtMs: beijing('2026-06-20 10:00') } as const;

describe('O9: an order of goods that are rated low', () => {
  it('asks for a word two hours after the shipment', () => {
    expect(tasksOf(subjectOf({}))).toEqual([
      {
        step: 'after-ship',
        dueAtMs: beijing('2026-06-10 12:00'),
        reason: '低分商品（4.6 分）已发货，留言关心',
      },
    ]);
  });

  it('waits for the morning, and asks no more two days later', () => {
    const subject = subjectOf({ shippedAtMs: beijing('2026-06-10 21:30') });
    const [task] = tasksOf(subject);
    expect(new Date(task?.dueAtMs ?? 0).toISOString()).toMatch(/^2026-06-11T0[01]/);
    expect(tasksOf(subject, beijing('2026-06-13 12:00'))).toEqual([]);
  });

  it('asks a day after the receipt whether all is well, as long as the order can be rated', () => {
    expect(tasksOf(subjectOf(RECEIVED))).toEqual([
      {
        step: 'after-receipt',
        dueAtMs: beijing('2026-06-21 10:00'),
        reason: '低分商品（4.6 分）已收货，问是否满意',
      },
    ]);
    expect(tasksOf(subjectOf(RECEIVED), beijing('2026-07-06 10:00'))).toEqual([]);
  });

  it('does not write twice within a week', () => {
    const quick = subjectOf({ ...RECEIVED, completedAtMs: beijing('2026-06-12 10:00') });
    expect(tasksOf(quick)).toMatchObject([{ dueAtMs: beijing('2026-06-17 10:00') }]);
  });

  it.each([
    ['other goods', { itemTitle: '水壶' }],
    ['goods that are rated well', { itemTitle: '示例积木 40粒' }],
    ['not shipped', { status: 'paid', shippedAtMs: null }],
    ['closed', { status: 'closed' }],
    ['some money went back', { refundFen: 100 }],
  ] as const)('is left alone: %s', (_, order) => {
    expect(tasksOf(subjectOf(order))).toEqual([]);
  });

  it('is left alone while a refund runs, and after one', () => {
    const shippingOf = (facts: object) => ({ shipping: { ...NO_SHIP_FACTS, ...facts } });
    expect(tasksOf(subjectOf({}, shippingOf({ isRefunding: true })))).toEqual([]);
    expect(tasksOf(subjectOf({}, shippingOf({ refundedFen: 100 })))).toEqual([]);
  });

  it('is left alone where an order of the days before is cared for', () => {
    const placedAtMs = beijing('2026-06-09 10:00');
    const before = (change: object) =>
      subjectOf(
        { placedAtMs },
        {
          otherOrders: [
            anOtherOrder({
              no: '1',
              status: 'shipped',
              itemTitle: '保温杯',
              placedAtMs: beijing('2026-06-06 10:00'),
              ...change,
            }),
          ],
        },
      );
    expect(tasksOf(before({}))).toEqual([]);
    expect(tasksOf(before({ itemTitle: '水壶' }))).toHaveLength(1);
    expect(tasksOf(before({ placedAtMs: beijing('2026-06-01 10:00') }))).toHaveLength(1);
  });

  it('does not follow the orders of a year that a first import brings', () => {
    const old = { ...RECEIVED, completedAtMs: beijing('2026-01-01 10:00'), updatedAtMs: NOW };
    expect(careForLowScores.concerns(subjectOf(old))).toBe(false);
    expect(careForLowScores.concerns(subjectOf({}))).toBe(true);
  });
});

describe('O9: the scores that a shop has written down', () => {
  it.each([['保温杯'], ['保温杯 6.1'], ['保温杯 很低'], ['4.6'], ['']])('are refused: %s', (line) => {
    expect(scoredGoodsOf(line)).toBeNull();
  });

  it('are found however they are spaced', () => {
    const scores = { goods: ['316 不锈钢 保温杯  4.6'], threshold: '4.8' };
    expect(lowScoreOf({ itemTitle: '316不锈钢保温杯', merchantCode: null }, scores)).toBe(4.6);
    expect(lowScoreOf({ itemTitle: null, merchantCode: null }, scores)).toBeNull();
  });

  it('give the lowest of those that an order holds, below the line alone', () => {
    const scores = fc.integer({ min: 0, max: 50 }).map((tenths) => (tenths / 10).toFixed(1));
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 5 }), (given) => {
        const goods = given.map((score, at) => `杯${at} ${score}`);
        const itemTitle = given.map((_, at) => `杯${at}`).join('，');
        const low = given.map(Number).filter((score) => score < 4.8);
        const expected = low.length === 0 ? null : Math.min(...low);
        expect(lowScoreOf({ itemTitle, merchantCode: null }, { goods, threshold: '4.8' })).toBe(expected);
      }),
    );
  });
});

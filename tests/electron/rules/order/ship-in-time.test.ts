import { describe, expect, it } from 'vitest';
import { callPresaleCustomer } from '../../../../electron/rules/order/call-presale-customer.ts';
import { shipInTime } from '../../../../electron/rules/order/ship-in-time.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { OrderSubject } from '../../../../shared/domain/orders/order-subject.ts';
import { NO_SHIP_FACTS, type ShipFacts } from '../../../../shared/domain/shipping/ship-facts.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { aClaim } from '../../../support/records/a-claim.ts';
import { anOrder, anOrderSubject, beijing, PLACED_AT_MS } from '../../../support/records/an-order.ts';

const END = beijing('2026-06-12 10:00');
const paid = (overrides: Partial<Order> = {}) =>
  anOrder({ status: 'paid', paidAtMs: PLACED_AT_MS, paidFen: 8800, ...overrides });
const subjectOf = (overrides: Partial<OrderSubject> = {}, shipping: Partial<ShipFacts> = {}) =>
  anOrderSubject({ order: paid(), shipping: { ...NO_SHIP_FACTS, ...shipping }, ...overrides });
const find = (subject: OrderSubject, nowMs = PLACED_AT_MS) => shipInTime.find(subject, nowMs);
const named = (source: 'manual' | 'agreed', atMs: number, originalAtMs: number | null = null) =>
  ({ kind: 'ship', source, atMs, originalAtMs, reason: '双十一', setAtMs: PLACED_AT_MS }) as const;

describe('O4: a paid order that is not shipped', () => {
  it('is warned of a day and six hours before its end, and late from then on', () => {
    expect(find(subjectOf())).toMatchObject([
      {
        step: 'warn-first',
        dueAtMs: END - DAY,
        expiresAtMs: END - 6 * HOUR,
        amountAtRiskFen: 8800 + 440,
        reason: '还剩 24 小时未发货，承诺 06-12 10:00 前发出',
      },
      {
        step: 'warn-last',
        dueAtMs: END - 6 * HOUR,
        expiresAtMs: END,
        reason: '还剩 6 小时未发货，承诺 06-12 10:00 前发出',
      },
      {
        step: 'late',
        dueAtMs: END,
        expiresAtMs: END + 30 * DAY,
        reason: '超过 06-12 10:00 未发货：安抚、确认意向、催发',
      },
    ]);
  });

  it('is asked about again a day after its customer was reached', () => {
    const reachedAtMs = END + HOUR;
    expect(find(subjectOf({}, { reachedAtMs })).at(-1)).toMatchObject({
      step: 'late-again',
      occurrence: String(reachedAtMs),
      dueAtMs: reachedAtMs + DAY,
      reason: '超时未发货，24 小时没有联系客户',
    });
    expect(find(subjectOf({}, { reachedAtMs: END - HOUR })).at(-1)?.step).toBe('late');
    // Its warnings are wanted no more.
    expect(find(subjectOf({}, { reachedAtMs }))).toHaveLength(1);
  });

  it('goes on beside a refund that is running, and ends with one of the whole money', () => {
    expect(find(subjectOf({}, { isRefunding: true })).at(-1)?.reason).toContain('（退款中）');
    const refunded = subjectOf({}, { refundedFen: 8800 });
    expect([find(refunded), shipInTime.settledBy(refunded)?.reason]).toEqual([[], '已全额退款']);
    expect(find(subjectOf({}, { refundedFen: 8700 }))).toHaveLength(3);
  });

  it('is over once it is shipped or closed', () => {
    for (const status of ['shipped', 'completed', 'closed'] as const) {
      const subject = anOrderSubject({ order: paid({ status }) });
      expect([find(subject), shipInTime.settledBy(subject)?.isFinal]).toEqual([[], true]);
    }
  });

  it('has no end that anybody knows where its file tells neither payment nor status', () => {
    expect(find(subjectOf({ order: paid({ paidAtMs: null }) }))).toEqual([]);
    expect(find(subjectOf({ order: paid({ status: 'unknown' }) }))).toEqual([]);
  });

  it('is not asked about where it was forgotten a month ago', () => {
    expect(find(subjectOf(), END + 30 * DAY - 1)).toHaveLength(3);
    expect(find(subjectOf(), END + 30 * DAY)).toEqual([]);
  });

  it('is asked about anew where its end has moved, with the time before', () => {
    const later = END + 2 * DAY;
    const [warning] = find(subjectOf({}, { deadlines: [named('manual', later, END)] }));
    expect(warning).toMatchObject({ occurrence: String(later), dueAtMs: later - DAY });
    expect(warning?.reason).toContain('截止时间顺延：原 06-12 10:00 现 06-14 10:00');
  });
});

describe('O4, X4: an order that an agent has marked as shipped', () => {
  it('rests until an import shows it, and comes back where it shows the contrary', () => {
    const open = subjectOf({ claims: [aClaim({ kind: 'shipped' })] });
    expect([find(open), shipInTime.settledBy(open)?.reason]).toEqual([[], '已登记发货，待导入核实']);
    const judgedAtMs = PLACED_AT_MS + HOUR;
    const refuted = subjectOf({ claims: [aClaim({ kind: 'shipped', state: 'refuted', judgedAtMs })] });
    expect(find(refuted)[0]).toMatchObject({
      step: 'unproven',
      dueAtMs: judgedAtMs,
      reason: '登记了已发货，导入显示仍未发货',
    });
    expect(find(refuted)).toHaveLength(4);
  });
});

describe('O7: a pre-sale', () => {
  const PRESALE_END = beijing('2026-06-25 10:00');
  const order = paid({ goodsFen: 8000, extra: { 预售订单: '是' } });
  const calls = (
    shipping: Partial<ShipFacts> = {},
    overrides: Partial<Order> = {},
    nowMs: number = PLACED_AT_MS,
  ) => callPresaleCustomer.find(subjectOf({ order: { ...order, ...overrides } }, shipping), nowMs);

  it('is called three days before its end, one day before, and on the day, with what it may cost', () => {
    expect(calls()).toMatchObject([
      {
        step: 'd3',
        dueAtMs: beijing('2026-06-22 10:00'),
        expiresAtMs: beijing('2026-06-24 10:00'),
        amountAtRiskFen: 8800 + 2400,
        reason: '预售还剩 3 天，未发货（可能赔付 ¥24.00）',
      },
      { step: 'd1', dueAtMs: beijing('2026-06-24 10:00'), expiresAtMs: beijing('2026-06-25 04:00') },
      {
        step: 'd0',
        dueAtMs: beijing('2026-06-25 04:00'),
        expiresAtMs: PRESALE_END,
        reason: '预售今天到期，未发货（可能赔付 ¥24.00）',
      },
    ]);
    expect(find(subjectOf({ order })).map(({ step }) => step)).toEqual(['late']);
  });

  it('is called on the morning of its last day where the end comes later', () => {
    const evening = beijing('2026-06-25 22:00');
    expect(calls({}, { shipDeadlineAtMs: evening })[2]).toMatchObject({
      dueAtMs: beijing('2026-06-25 10:00'),
      expiresAtMs: evening,
    });
  });

  it('that was found late was not called in time, until it is forgotten as any other order', () => {
    expect(calls({}, {}, PRESALE_END + 30 * DAY - 1)).toEqual(calls());
    expect(calls({}, {}, PRESALE_END + 30 * DAY)).toEqual([]);
  });

  it('is not called again for what its customer was reached about', () => {
    expect(calls({ reachedAtMs: beijing('2026-06-22 11:00') }).map(({ step }) => step)).toEqual(['d1', 'd0']);
  });

  it('keeps what the customer has agreed to, while the end of the file goes on beside it', () => {
    const agreedAtMs = beijing('2026-06-28 18:00');
    const deadlines = [named('agreed', agreedAtMs)];
    expect(calls({ deadlines })).toMatchObject([
      {
        step: 'agreed',
        dueAtMs: beijing('2026-06-28 10:00'),
        reason: '答应客户 06-28 18:00 前发货，今天确认',
        isPromise: true,
      },
    ]);
    const byFile = subjectOf({ order: { ...order, shipDeadlineAtMs: PRESALE_END } }, { deadlines });
    expect(find(byFile)).toMatchObject([{ step: 'late', dueAtMs: PRESALE_END }]);
    expect(find(subjectOf({ order }, { deadlines }))).toMatchObject([{ step: 'late', dueAtMs: agreedAtMs }]);
  });
});

import { describe, expect, it } from 'vitest';
import { chaseUnpaidOrder } from '../../../../electron/rules/order/chase-unpaid-order.ts';
import type { ChasePreset } from '../../../../shared/domain/chasing/chase-settings.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { SentChase } from '../../../../shared/domain/orders/order-subject.ts';
import type { ClaimState } from '../../../../shared/domain/tasks/claim.ts';
import { formatBeijing } from '../../../../shared/time/beijing.ts';
import { aClaim } from '../../../support/records/a-claim.ts';
import { aLadderSubject, type LadderSituation } from '../../../support/records/a-ladder-subject.ts';
import { aCustomer, anOtherOrder, beijing } from '../../../support/records/an-order.ts';

const MASKED = aCustomer({ nick: 't**3', isMasked: true });

/** `'first 06-10 10:15 下单 15 分钟未付款'` per wanted task. */
function ladder(now: string, situation: LadderSituation = {}): string[] {
  return chaseUnpaidOrder
    .find(aLadderSubject(situation), beijing(now))
    .map((task) => `${task.step} ${formatBeijing(task.dueAtMs).slice(5, 16)} ${task.reason}`);
}

const sent = (step: string, at: string): SentChase => ({ step, atMs: beijing(at) });

describe('P1: the ladder of an unpaid order', () => {
  it.each<[ChasePreset, string, string[]]>([
    [
      'default',
      '2026-06-10 10:00',
      [
        'first 06-10 10:15 下单 15 分钟未付款',
        'second 06-10 12:00 下单 2 小时未付款',
        'last 06-11 09:00 关闭前 1 小时未付款',
      ],
    ],
    [
      'big-sale',
      '2026-06-10 11:00',
      [
        'first 06-10 11:10 下单 10 分钟未付款',
        'second 06-10 12:00 下单 1 小时未付款',
        'last 06-11 09:00 关闭前 2 小时未付款',
      ],
    ],
    [
      'group-buy',
      '2026-06-10 10:00',
      ['first 06-10 10:10 下单 10 分钟未付款', 'last 06-10 10:25 关闭前 5 分钟未付款'],
    ],
    [
      'long',
      '2026-06-10 10:00',
      [
        'first 06-10 10:15 下单 15 分钟未付款',
        'second 06-10 12:00 下单 2 小时未付款',
        'remind 06-13 10:00 下单 3 天未付款',
      ],
    ],
  ])('follows the preset %s', (preset, placed, expected) => {
    expect(ladder(placed, { preset, order: { placedAtMs: beijing(placed) } })).toEqual(expected);
  });

  it('lets each step end where the next begins, and the last where the order closes', () => {
    const tasks = chaseUnpaidOrder.find(aLadderSubject({}), beijing('2026-06-10 10:00'));
    expect(tasks.map((task) => task.expiresAtMs)).toEqual([
      beijing('2026-06-10 12:00'),
      beijing('2026-06-11 09:00'),
      beijing('2026-06-11 10:00'),
    ]);
  });

  it('never lets the last step of an order that never closes end', () => {
    const tasks = chaseUnpaidOrder.find(aLadderSubject({ preset: 'long' }), beijing('2026-06-10 10:00'));
    expect(tasks.at(-1)?.expiresAtMs).toBeNull();
  });

  it.each<[string, Partial<Order>]>([
    ['was paid', { status: 'paid' }],
    ['was closed', { status: 'closed' }],
    ['was given up', { chaseStoppedAtMs: 1 }],
    ['has no known time', { placedAtMs: null }],
  ])('wants nothing for an order that %s', (_what, order) => {
    expect(ladder('2026-06-10 10:00', { order })).toEqual([]);
  });

  it('wants nothing for an order that is said to be paid (X4)', () => {
    expect(ladder('2026-06-10 10:00', { claims: [aClaim()] })).toEqual([]);
  });

  it('goes by the closing time that the agent has set for the order', () => {
    expect(ladder('2026-06-10 10:00', { order: { closesAtMs: beijing('2026-06-10 15:00') } })).toEqual([
      'first 06-10 10:15 下单 15 分钟未付款',
      'second 06-10 12:00 下单 2 小时未付款',
      'last 06-10 14:00 关闭前 1 小时未付款',
    ]);
  });

  it('wants no step at or after the closing', () => {
    const closesAtMs = beijing('2026-06-10 12:00');
    expect(ladder('2026-06-10 10:00', { order: { closesAtMs } })).toEqual([
      'first 06-10 10:15 下单 15 分钟未付款',
      'last 06-10 11:00 关闭前 1 小时未付款',
    ]);
  });

  it('puts the amount that the customer owes at risk', () => {
    const amountOf = (order: Partial<Order>) =>
      chaseUnpaidOrder.find(aLadderSubject({ order }), beijing('2026-06-10 10:00'))[0]?.amountAtRiskFen;
    expect(amountOf({ payableFen: 7900 })).toBe(7900);
    expect(amountOf({ payableFen: null, goodsFen: 8800 })).toBe(8800);
    expect(amountOf({ payableFen: null, goodsFen: null })).toBe(0);
  });
});

describe('P1: what was sent, and late imports', () => {
  it('does not want a step again that was sent', () => {
    expect(ladder('2026-06-10 10:20', { chases: [sent('first', '2026-06-10 10:16')] })).toEqual([
      'second 06-10 12:00 下单 2 小时未付款',
      'last 06-11 09:00 关闭前 1 小时未付款',
    ]);
  });

  it('lets a message that went out late stand for the step that had come due meanwhile', () => {
    expect(ladder('2026-06-10 12:05', { chases: [sent('first', '2026-06-10 12:01')] })).toEqual([
      'last 06-11 09:00 关闭前 1 小时未付款',
    ]);
    const soon = { preset: 'group-buy', chases: [sent('first', '2026-06-10 10:22')] } as const;
    expect(ladder('2026-06-10 10:22', soon)).toEqual(['last 06-10 10:25 关闭前 5 分钟未付款']);
  });

  it('never sends more than the cap in 24 hours, messages by hand included', () => {
    const chases = [sent('first', '2026-06-10 10:15'), sent('manual', '2026-06-10 10:40')];
    const steps = ['second 06-10 12:00 下单 2 小时未付款', 'last 06-11 09:00 关闭前 1 小时未付款'];
    expect(ladder('2026-06-10 11:00', { chases })).toEqual(steps);
    const third = [...chases, sent('second', '2026-06-10 12:01')];
    expect(ladder('2026-06-10 12:01', { chases: third })).toEqual([]);
    expect(ladder('2026-06-10 11:00', { chases, chase: { maxPer24h: 2 } })).toEqual([]);
  });
});

describe('P1: quiet hours', () => {
  it('rolls a step to the resuming time, and the earlier of two that meet there stays', () => {
    expect(ladder('2026-06-10 23:00', { order: { placedAtMs: beijing('2026-06-10 23:00') } })).toEqual([
      'first 06-11 08:30 下单 9 小时 30 分钟未付款',
      'last 06-11 21:30 关闭前 1 小时 30 分钟未付款',
    ]);
  });

  it('does not bring the dropped step back once the earlier one was sent', () => {
    const chases = [sent('first', '2026-06-11 08:50')];
    expect(
      ladder('2026-06-11 09:00', { chases, order: { placedAtMs: beijing('2026-06-10 23:00') } }),
    ).toEqual(['last 06-11 21:30 关闭前 1 小时 30 分钟未付款']);
  });

  it('moves the last step before the quiet hours when the order closes inside them', () => {
    const order = { placedAtMs: beijing('2026-06-10 05:00'), closesAtMs: beijing('2026-06-11 02:00') };
    expect(ladder('2026-06-10 05:00', { order })).toEqual([
      'first 06-10 08:30 下单 3 小时 30 分钟未付款',
      'last 06-10 21:30 关闭前 4 小时 30 分钟未付款',
    ]);
  });

  it('does not wait for the morning when the order closes a moment later', () => {
    const order = { placedAtMs: beijing('2026-06-10 08:35') };
    expect(ladder('2026-06-10 08:35', { order }).at(-1)).toBe('last 06-10 21:30 关闭前 11 小时 5 分钟未付款');
  });

  it('wants nothing when the whole life of the order is quiet', () => {
    const order = { placedAtMs: beijing('2026-06-10 22:10') };
    expect(ladder('2026-06-10 22:10', { preset: 'group-buy', order })).toEqual([]);
  });

  it('has none where the shop has none', () => {
    const order = { placedAtMs: beijing('2026-06-10 23:00') };
    expect(ladder('2026-06-10 23:00', { order, chase: { quietHours: null } })[0]).toBe(
      'first 06-10 23:15 下单 15 分钟未付款',
    );
  });
});

describe('P2: an agreed time when the whole ladder was sent', () => {
  const chases = [
    { step: 'first', atMs: beijing('2026-06-10 10:20') },
    { step: 'second', atMs: beijing('2026-06-10 12:10') },
    { step: 'last', atMs: beijing('2026-06-10 13:00') },
  ];
  const order = { agreedPayAtMs: beijing('2026-06-10 20:30') };

  it('is a reminder of its own, beyond the cap, because it is a promise', () => {
    const [task, ...others] = chaseUnpaidOrder.find(
      aLadderSubject({ order, chases }),
      beijing('2026-06-10 14:00'),
    );
    expect(task).toMatchObject({
      step: 'agreed',
      occurrence: String(order.agreedPayAtMs),
      dueAtMs: order.agreedPayAtMs,
      reason: '客户约定 06-10 20:30 付款',
    });
    expect(others).toEqual([]);
  });

  it('is over once the customer was written to at that time', () => {
    const reminded = [...chases, { step: 'agreed', atMs: beijing('2026-06-10 20:31') }];
    const subject = aLadderSubject({ order, chases: reminded });
    expect(chaseUnpaidOrder.find(subject, beijing('2026-06-10 21:00'))).toEqual([]);
  });
});

describe('P2: an agreed time of payment', () => {
  const order = { agreedPayAtMs: beijing('2026-06-10 20:30') };

  it('moves the next step there and wants nothing before it', () => {
    const chases = [sent('first', '2026-06-10 10:16')];
    expect(ladder('2026-06-10 10:20', { order, chases })).toEqual([
      'second 06-10 20:30 客户约定 06-10 20:30 付款',
      'last 06-11 09:00 关闭前 1 小时未付款',
    ]);
  });

  it('stays due when the time has passed without a message', () => {
    const chases = [sent('first', '2026-06-10 10:16')];
    expect(ladder('2026-06-10 21:00', { order, chases })[0]).toBe(
      'second 06-10 20:30 客户约定 06-10 20:30 付款',
    );
  });

  it('is over once the customer was reminded', () => {
    const chases = [sent('first', '2026-06-10 10:16'), sent('second', '2026-06-10 20:31')];
    expect(ladder('2026-06-10 20:32', { order, chases })).toEqual(['last 06-11 09:00 关闭前 1 小时未付款']);
  });

  it('binds nobody when the order closes before', () => {
    const agreed = { agreedPayAtMs: beijing('2026-06-12 20:30') };
    expect(ladder('2026-06-10 10:00', { order: agreed })).toHaveLength(3);
  });

  it('may be on another day', () => {
    const agreed = { agreedPayAtMs: beijing('2026-06-11 09:30') };
    expect(ladder('2026-06-10 10:00', { order: agreed })).toEqual([
      'first 06-11 09:30 客户约定 06-11 09:30 付款',
    ]);
  });
});

describe('P5–P7: the long ladder', () => {
  const long = (now: string, ...chases: SentChase[]) => ladder(now, { preset: 'long', chases });
  const openers = [sent('first', '2026-06-10 10:16'), sent('second', '2026-06-10 12:01')];

  it('P5: reminds after 3 days, however late an opener went out', () => {
    expect(long('2026-06-13 11:00', ...openers)).toEqual(['remind 06-13 10:00 下单 3 天未付款']);
    expect(long('2026-06-14 11:00').at(-1)).toBe('remind 06-13 10:00 下单 3 天未付款');
  });

  it('P6: warns after 7 days, but never before the reminder was sent', () => {
    expect(long('2026-06-18 10:00', ...openers)).toEqual(['remind 06-13 10:00 下单 3 天未付款']);
    expect(long('2026-06-17 10:00', ...openers, sent('remind', '2026-06-13 10:05'))).toEqual([
      'warn 06-17 10:00 下单 7 天未付款',
    ]);
  });

  it('P6: leaves the customer a day to answer a late reminder', () => {
    expect(long('2026-06-18 10:00', ...openers, sent('remind', '2026-06-18 09:50'))).toEqual([
      'warn 06-19 09:50 下单 8 天 23 小时未付款',
    ]);
  });

  it('P7: claims the fee 7 days after the warning was sent', () => {
    const chases = [...openers, sent('remind', '2026-06-13 10:05'), sent('warn', '2026-06-17 11:00')];
    expect(long('2026-06-18 10:00', ...chases)).toEqual([
      'claim-fee 06-24 11:00 警告后 7 天，可申请退还交易费',
    ]);
    expect(long('2026-06-25 10:00', ...chases, sent('claim-fee', '2026-06-24 11:05'))).toEqual([]);
  });
});

describe('P1: 不建议催付', () => {
  const advice = (situation: LadderSituation, now = '2026-06-10 10:00') =>
    chaseUnpaidOrder.find(aLadderSubject({ customer: aCustomer(), ...situation }), beijing(now))[0]?.advice;

  it('advises against chasing a customer who paid another order within 3 days', () => {
    const otherOrders = [anOtherOrder({ no: '77', status: 'paid', paidAtMs: beijing('2026-06-09 20:15') })];
    expect(advice({ otherOrders })).toEqual({
      kind: 'advised-against',
      reason: '客户 06-09 20:15 已付款订单 77',
    });
  });

  it('advises against chasing a customer who was chased for another order within 3 days', () => {
    const otherOrders = [anOtherOrder({ no: '77', lastChasedAtMs: beijing('2026-06-09 20:15') })];
    expect(advice({ otherOrders })).toEqual({
      kind: 'advised-against',
      reason: '客户 06-09 20:15 已因订单 77 被催付',
    });
  });

  it('recommends it when both are longer ago, and for this order’s own chases', () => {
    const longAgo = beijing('2026-06-07 10:00');
    const otherOrders = [anOtherOrder({ status: 'completed', paidAtMs: longAgo, lastChasedAtMs: longAgo })];
    expect(advice({ otherOrders, chases: [sent('manual', '2026-06-10 10:00')] })).toEqual({
      kind: 'recommended',
    });
  });

  it('judges a later step by its own time', () => {
    const otherOrders = [anOtherOrder({ status: 'paid', paidAtMs: beijing('2026-06-09 20:15') })];
    const tasks = chaseUnpaidOrder.find(
      aLadderSubject({ customer: aCustomer(), otherOrders, preset: 'long' }),
      beijing('2026-06-10 10:00'),
    );
    expect(tasks.map((task) => task.advice?.kind)).toEqual([
      'advised-against',
      'advised-against',
      'recommended',
    ]);
  });

  it('recommends it for customers whom nobody can know', () => {
    const otherOrders = [anOtherOrder({ status: 'paid', paidAtMs: beijing('2026-06-09 20:15') })];
    expect(advice({ customer: MASKED, otherOrders })).toEqual({ kind: 'recommended' });
    expect(advice({ customer: null, otherOrders })).toEqual({ kind: 'recommended' });
  });
});

describe('P1: why a chase is over', () => {
  it('says so, and whether it may come back', () => {
    const over = (order: Partial<Order>) => chaseUnpaidOrder.settledBy(aLadderSubject({ order }));
    expect(over({})).toBeNull();
    expect(over({ status: 'shipped' })).toEqual({ reason: '订单已付款', isFinal: true });
    expect(over({ status: 'closed' })).toEqual({ reason: '订单已关闭', isFinal: true });
    expect(over({ status: 'closed', closeReason: '买家不想买' })?.reason).toBe('订单已关闭：买家不想买');
    const stopped = { chaseStoppedAtMs: 1, chaseStopReason: '嫌贵' };
    expect(over(stopped)).toEqual({ reason: '已放弃催付', isFinal: false });
    // B7: an agent left it, and owed no reason.
    expect(over({ chaseStoppedAtMs: 1 })).toEqual({ reason: '不催', isFinal: false });
  });

  it('lets it rest while a claim of payment is open, and no longer (X4)', () => {
    const claimed = (state: ClaimState) =>
      chaseUnpaidOrder.settledBy(aLadderSubject({ claims: [aClaim({ state })] }));
    expect(claimed('open')).toEqual({ reason: '已标记付款，待导入核实', isFinal: false });
    expect(claimed('refuted')).toBeNull();
  });
});

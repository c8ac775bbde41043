import { describe, expect, it } from 'vitest';
import { circumstancesOf } from '../../../../shared/domain/scripts/script-circumstances.ts';
import { isMet, parseCondition } from '../../../../shared/domain/scripts/script-template/conditions.ts';
import { DEFAULT_SHOP_SETTINGS, type ShopSettings } from '../../../../shared/domain/team/shop.ts';

const at = (clock: string) => Date.parse(`2026-06-10T${clock}:00+08:00`);
const nothing = {
  order: null,
  customer: null,
  grade: null,
  shop: null,
  nowMs: at('10:00'),
  values: {},
} as const;
const withQuietHours = (quietHours: ShopSettings['chase']['quietHours']) => ({
  settings: { ...DEFAULT_SHOP_SETTINGS, chase: { ...DEFAULT_SHOP_SETTINGS.chase, quietHours } },
});

describe('R2 what conditional parts go by', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['07:59', true],
    ['08:00', false],
  ])('night is from 22:00 to 08:00 where no shop says otherwise: %s', (clock, isNight) => {
    expect(circumstancesOf({ ...nothing, nowMs: at(clock) }).isNight).toBe(isNight);
    expect(circumstancesOf({ ...nothing, shop: withQuietHours(null), nowMs: at(clock) }).isNight).toBe(
      isNight,
    );
  });

  it('an order names colour and size or does not, and without an order nobody knows', () => {
    const order = { status: 'unpaid' } as const;
    expect(circumstancesOf({ ...nothing, order, values: { 规格: '白色' } }).hasSpecification).toBe(true);
    expect(circumstancesOf({ ...nothing, order }).hasSpecification).toBe(false);
    expect(circumstancesOf(nothing).hasSpecification).toBeNull();
  });

  it('night is when the shop wants no reminders', () => {
    const shop = withQuietHours({ fromMinute: 20 * 60, toMinute: 9 * 60, resumeAtMinute: 9 * 60 });
    expect(circumstancesOf({ ...nothing, shop, nowMs: at('20:30') }).isNight).toBe(true);
    expect(circumstancesOf({ ...nothing, shop, nowMs: at('09:00') }).isNight).toBe(false);
  });

  it('of a masked nick nobody knows what its owner bought before', () => {
    const known = { ...nothing, grade: 'new' } as const;
    expect(circumstancesOf({ ...known, customer: { isMasked: true } }).grade).toBeNull();
    expect(circumstancesOf({ ...known, customer: { isMasked: false } }).grade).toBe('new');
    expect(circumstancesOf(known).grade).toBeNull();
  });
});

describe('R2 conditions', () => {
  const holds = (text: string, known: Parameters<typeof isMet>[1]) => {
    const condition = parseCondition(text);
    return condition && isMet(condition, known);
  };
  const vipAtNight = {
    grade: 'vip',
    orderStatus: 'completed',
    isNight: true,
    hasSpecification: true,
  } as const;

  it.each([
    ['新客', false],
    ['老客', true],
    ['vip', true],
    ['白天', false],
    ['夜间', true],
    ['未付款', false],
    ['已付款', false],
    ['已发货', true],
    ['非 新客', true],
    ['非白天', true],
    ['新客或夜间', true],
    ['新客 或 非 夜间', false],
  ])('%s holds for a VIP at night whose parcel has arrived: %s', (text, expected) => {
    expect(holds(text, vipAtNight)).toBe(expected);
  });

  it('know no other words', () => {
    expect([parseCondition('男客'), parseCondition('新客 或'), parseCondition('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

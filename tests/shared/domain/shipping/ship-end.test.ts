import { describe, expect, it } from 'vitest';
import { compensationFen, shippingAtRiskFen } from '../../../../shared/domain/shipping/compensation.ts';
import {
  endsOfOrder,
  noShipEndText,
  shipEndOf,
  shipSourceText,
} from '../../../../shared/domain/shipping/ship-end.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { anOrder, beijing, PLACED_AT_MS } from '../../../support/records/an-order.ts';

const { shipping } = DEFAULT_SHOP_SETTINGS;
const paid = (overrides: Parameters<typeof anOrder>[0] = {}) =>
  anOrder({ status: 'paid', paidAtMs: PLACED_AT_MS, paidFen: 8800, ...overrides });
const named = (source: 'agreed' | 'manual' | 'file', atMs: number) => ({
  kind: 'ship',
  source,
  atMs,
  originalAtMs: null,
  reason: null,
  setAtMs: PLACED_AT_MS,
});

describe('O4: until when a paid order has to be shipped', () => {
  const byFile = beijing('2026-06-11 22:17');

  it('is what its file says, whatever the shop promises', () => {
    expect(shipEndOf(paid({ shipDeadlineAtMs: byFile }), [], shipping)).toMatchObject({
      atMs: byFile,
      source: 'file',
    });
    expect(shipSourceText(paid(), 'file', shipping)).toBe('导入文件');
  });

  it('is two days after the payment where the file does not say, and by whose rule', () => {
    expect(shipEndOf(paid(), [], shipping)).toMatchObject({
      atMs: PLACED_AT_MS + 48 * HOUR,
      source: 'rule',
    });
    expect(shipSourceText(paid(), 'rule', shipping)).toBe(
      '按设置：发货时限（平台规则：各平台一般付款后 48 小时，未核实）',
    );
    expect(shipEndOf(paid(), [], { ...shipping, promiseMs: 24 * HOUR })?.atMs).toBe(PLACED_AT_MS + DAY);
  });

  it('of a pre-sale is fifteen days after the payment', () => {
    const presale = paid({ extra: { 预售订单: '是' } });
    expect(shipEndOf(presale, [], shipping)?.atMs).toBe(PLACED_AT_MS + 15 * DAY);
    expect(shipSourceText(presale, 'rule', shipping)).toContain('预售发货（客服岗位要求');
    expect(shipEndOf(paid({ extra: { 预售订单: '否' } }), [], shipping)?.atMs).toBe(PLACED_AT_MS + 2 * DAY);
  });

  it('of goods of 24 小时发货 is a day after the payment, by the title, the code or a column of the file', () => {
    const settings = { ...shipping, fastWords: [...shipping.fastWords, 'KF-01'] };
    const fast = [
      { itemTitle: '示例水杯 24 小时发货' },
      { merchantCode: 'KF-01-白' },
      { extra: { 商品标签: '现货,24小时内发货' } },
    ].map(paid);
    for (const order of fast) {
      expect(shipEndOf(order, [], settings)?.atMs).toBe(PLACED_AT_MS + DAY);
      expect(shipSourceText(order, 'rule', settings)).toContain('24 小时发货的时限');
    }
    const presale = paid({ itemTitle: '24小时发货', extra: { 预售订单: '是' } });
    expect(shipEndOf(presale, [], settings)?.atMs).toBe(PLACED_AT_MS + 15 * DAY);
    expect(shipEndOf(paid({ itemTitle: '示例水杯' }), [], settings)?.atMs).toBe(PLACED_AT_MS + 2 * DAY);
  });

  it('comes from the file before an agent, from an agent before the customer, and from the rule last', () => {
    const order = paid({ shipDeadlineAtMs: byFile });
    const agreed = named('agreed', byFile + DAY);
    const manual = named('manual', byFile + 2 * DAY);
    expect(shipEndOf(order, [agreed, manual], shipping)?.source).toBe('file');
    expect(shipEndOf(paid(), [agreed, manual], shipping)?.source).toBe('manual');
    expect(shipEndOf(paid(), [agreed], shipping)?.source).toBe('agreed');
  });

  it('is not known where the file tells neither the end nor the payment, and that is said', () => {
    expect(endsOfOrder(paid({ paidAtMs: null }), shipping)).toEqual([]);
    expect(noShipEndText(paid({ paidAtMs: null }))).toBe('文件没有应发货时间和付款时间，发货期限未知');
    expect(noShipEndText(anOrder({ status: 'unknown' }))).toBe('文件没有订单状态，发货期限未知');
    expect(shipEndOf(anOrder({ status: 'unknown', paidAtMs: PLACED_AT_MS }), [], shipping)).toBeNull();
    expect([noShipEndText(paid()), noShipEndText(anOrder({ status: 'shipped' }))]).toEqual([null, null]);
  });
});

describe('O4, O7: what a delay may cost', () => {
  it.each([
    [8800, 440],
    [1000, 100],
    [500_000, 5000],
    [0, 0],
  ])('of %i fen is %i fen, between one yuan and fifty', (paidFen, fen) => {
    expect(compensationFen(paid({ paidFen, payableFen: paidFen }), DEFAULT_SHOP_SETTINGS)).toBe(fen);
  });

  it('of a pre-sale is 30 % of the price of the goods', () => {
    const presale = paid({ goodsFen: 8000, extra: { 是否预售: '是' } });
    expect(compensationFen(presale, DEFAULT_SHOP_SETTINGS)).toBe(2400);
    expect(shippingAtRiskFen(presale, DEFAULT_SHOP_SETTINGS)).toBe(8800 + 2400);
  });

  it('is nothing where the shop counts none', () => {
    const settings = { ...DEFAULT_SHOP_SETTINGS, shipping: { ...shipping, latePercent: 0 } };
    expect(shippingAtRiskFen(paid(), settings)).toBe(8800);
  });
});

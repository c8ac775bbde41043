import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../../shared/domain/orders/order.ts';
import type { CaseFacts } from '../../../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { invoice } from '../../../../../shared/domain/shared-parts/case/kinds/invoice.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../../shared/domain/team/shop.ts';
import { anOrder, beijing } from '../../../../support/records/an-order.ts';

const NOON = beijing('2026-06-10 12:00');
const factsOf = (order: Partial<Order>, after: 'completed' | 'paid' = 'completed'): CaseFacts => ({
  order: anOrder({ status: 'paid', paidFen: 10_000, refundFen: null, ...order }),
  ordersOfCustomer: () => [],
  parcelState: null,
  settings: { ...DEFAULT_SHOP_SETTINGS, invoice: { after } },
});
const CHECK = { step: 'check', fields: {} };

describe('O11: an invoice', () => {
  it('is issued after the receipt, or after the payment where the shop does so', () => {
    expect(invoice.suggest?.(CHECK, factsOf({}))).toBe('on-hold');
    expect(invoice.suggest?.(CHECK, factsOf({ status: 'completed' }))).toBe('issue');
    expect(invoice.suggest?.(CHECK, factsOf({}, 'paid'))).toBe('issue');
  });

  it('may be issued at once whatever the shop does, as the law has it', () => {
    expect(invoice.steps['check']?.next).toContain('issue');
  });

  it('is over what the customer paid and keeps', () => {
    expect(invoice.prefill?.(factsOf({}), NOON)).toEqual({ amount: 10_000 });
    expect(invoice.prefill?.(factsOf({ refundFen: 2500 }), NOON)).toEqual({ amount: 7500 });
    expect(invoice.prefill?.(factsOf({ paidFen: null }), NOON)).toEqual({});
    expect(invoice.prefill?.(factsOf({ status: 'unpaid', paidFen: 0 }), NOON)).toEqual({});
    expect(invoice.warning?.({ amount: 10_000 }, factsOf({ refundFen: 2500 }))).toBe(
      '开票金额多于实付减退款 ¥75.00',
    );
  });

  it.each([
    ['special-digital', { title: '示例有限公司' }, '专票请填写「税号」'],
    ['special-digital', { title: '示例有限公司', taxNo: '91330100MA27XXXX1A' }, null],
    // The customer may still be asked for both.
    ['special-paper', {}, null],
    ['plain-digital', { title: '张三' }, null],
  ])('of the kind %s with %j is held to what it needs', (type, fields, problem) => {
    expect(invoice.problem?.({ type, ...fields }, factsOf({}))).toBe(problem);
  });

  it.each([
    [{ title: '示例有限公司' }, '抬头是单位，通常要有税号'],
    [{ title: '张三' }, null],
    [{ taxNo: '9133010' }, '税号通常是 15、18 或 20 位，这个是 7 位，请和客户核对'],
    [{ taxNo: '9133税01' }, '税号只有数字和字母，请和客户核对'],
    [{ type: 'plain-paper', title: '张三' }, '纸质发票还没有邮寄地址'],
  ])('warns of what finance would send back: %j', (fields, said) => {
    expect(invoice.warning?.(fields, factsOf({}))).toBe(said);
  });

  it('reads a tax number of a right length the same however it is written', () => {
    const signs = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'.split(''));
    const numbers = fc
      .constantFrom(15, 18, 20)
      .chain((length) => fc.array(signs, { minLength: length, maxLength: length }));
    fc.assert(
      fc.property(numbers, fc.constantFrom('', ' ', '-', '　'), (digits, between) => {
        const derived = invoice.derive?.({ taxNo: digits.join(between).toLowerCase() }, factsOf({})) ?? {};
        expect(derived).toEqual({ taxNo: digits.join('') });
        expect(invoice.warning?.(derived, factsOf({}))).toBeNull();
      }),
    );
  });

  it.each([
    ['on-hold', { status: 'completed' }, '导入显示订单已完成，可以开票'],
    ['on-hold', { status: 'shipped' }, null],
    ['on-hold', { refundFen: 10_000 }, '导入显示已全额退款，不用开票'],
    ['sent', { refundFen: 10_000 }, '导入显示已全额退款，开出的发票须红冲'],
    ['sent', { status: 'completed' }, null],
  ] as const)('hears from an import in the step %s: %j', (step, order, news) => {
    expect(invoice.news?.({ step, fields: {}, openedAtMs: NOON }, factsOf(order))).toBe(news);
  });
});

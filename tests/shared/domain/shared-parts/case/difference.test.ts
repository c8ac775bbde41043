import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderId } from '../../../../../shared/domain/ids.ts';
import type { Order } from '../../../../../shared/domain/orders/order.ts';
import type { CaseFields } from '../../../../../shared/domain/shared-parts/case/case-field-values.ts';
import type { CaseFacts } from '../../../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { difference } from '../../../../../shared/domain/shared-parts/case/kinds/difference.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../../shared/domain/team/shop.ts';
import { anOrder, beijing } from '../../../../support/records/an-order.ts';

const NOON = beijing('2026-06-10 12:00');
const ASKED: CaseFields = { direction: 'in', purpose: 'freight', amount: 800 };

const aPayment = (change: Partial<Order>): Order =>
  anOrder({
    id: 'order-2' as OrderId,
    no: '77',
    status: 'paid',
    placedAtMs: NOON,
    paidFen: 800,
    itemTitle: '补差价专拍',
    ...change,
  });
const factsOf = (payments: readonly Order[], order: Partial<Order> = {}): CaseFacts => ({
  order: anOrder({ status: 'paid', customerNick: '山间一壶茶', ...order }),
  ordersOfCustomer: () => payments,
  parcelState: null,
  settings: DEFAULT_SHOP_SETTINGS,
});
const newsOf = (payments: readonly Order[], fields: CaseFields = ASKED, step = 'link-sent') =>
  difference.news?.({ step, fields, openedAtMs: NOON }, factsOf(payments));

describe('O12: freight that the customer pays over a link', () => {
  it('says what to write with it, and how often to buy a link over one yuan', () => {
    expect(difference.derive?.({ ...ASKED, unit: 100 }, factsOf([]))).toEqual({
      ...ASKED,
      unit: 100,
      note: '补运费-山间一壶茶',
      pieces: '8',
    });
    expect(difference.problem?.({ ...ASKED, amount: 850, unit: 100 }, factsOf([]))).toBe(
      '金额不是链接单价的整数倍，请改金额或单价',
    );
    expect(difference.derive?.({ ...ASKED, purpose: 'reship' }, factsOf([]))?.['note']).toBe(
      '补发邮费-山间一壶茶',
    );
  });

  it.each([
    ['the amount', {}, '导入显示客户已付 ¥8.00（订单 77）'],
    ['too little', { paidFen: 500 }, '导入显示客户已付 ¥5.00（订单 77），应付 ¥8.00，少 ¥3.00'],
    ['too much', { paidFen: 1000 }, '导入显示客户已付 ¥10.00（订单 77），应付 ¥8.00，多 ¥2.00'],
    [
      'by the note alone',
      { itemTitle: '专用链接', customerMessage: '补运费-山间一壶茶' },
      '导入显示客户已付 ¥8.00（订单 77）',
    ],
    ['other goods at the same price', { itemTitle: '水杯' }, null],
    ['nothing yet', { status: 'unpaid' as const }, null],
    ['long before it was asked', { placedAtMs: beijing('2026-06-01 12:00') }, null],
    [
      'just before it was noted',
      { placedAtMs: beijing('2026-06-10 09:00') },
      '导入显示客户已付 ¥8.00（订单 77）',
    ],
  ])('is found by the next import: %s', (_, change, news) => {
    expect(newsOf([aPayment(change)])).toBe(news);
  });

  it('knows the link that the agent has named', () => {
    const payment = aPayment({ itemTitle: '其他费用 VIP', merchantCode: 'LINK-1' });
    expect(newsOf([payment])).toBeNull();
    expect(newsOf([payment], { ...ASKED, linkNo: 'LINK-1' })).toContain('已付 ¥8.00');
    expect(newsOf([payment], { ...ASKED, linkNo: '其他费用' })).toContain('已付 ¥8.00');
  });

  it('is over once it is paid, and never about the order itself', () => {
    expect(newsOf([aPayment({})], ASKED, 'paid')).toBeNull();
    expect(newsOf([aPayment({ id: anOrder().id })])).toBeNull();
  });

  it('prefers the very amount, in whatever order the payments come', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(amounts, fc.nat(), (others, place) => {
        const paid = [...others];
        paid.splice(place % (paid.length + 1), 0, 800);
        const payments = paid.map((paidFen, at) =>
          aPayment({ id: `p${at}` as OrderId, no: paidFen === 800 ? '77' : `o${at}`, paidFen }),
        );
        expect(newsOf(payments)).toBe('导入显示客户已付 ¥8.00（订单 77）');
      }),
    );
  });

  it('is reminded of after two hours and a day, and given up after three days', () => {
    const { steps } = difference;
    const waits = ['link-sent', 'reminded', 'reminded-last'].map((key) => steps[key]?.defaultDueAfterMs ?? 0);
    const ends = waits.map((_, at) => waits.slice(0, at + 1).reduce((sum, ms) => sum + ms, 0) / 3_600_000);
    expect(ends).toEqual([2, 24, 72]);
    expect(steps['reminded-last']?.next).toContain('expired');
  });

  it('is waived with a reason, above the limit of agents by the lead', () => {
    expect(difference.steps['waived']?.needs).toEqual(['why']);
    const amount = DEFAULT_SHOP_SETTINGS.concession.limitFen + 1;
    expect(difference.warning?.({ ...ASKED, amount, why: '老客' }, factsOf([]))).toContain('须主管同意');
    expect(difference.warning?.({ ...ASKED, why: '老客' }, factsOf([]))).toBeNull();
  });
});

describe('O14: a price difference both ways', () => {
  it('goes back to the customer where the shop owes it', () => {
    const at = (direction: string) => ({ step: 'begin', fields: { ...ASKED, direction } });
    expect(difference.suggest?.(at('out'), factsOf([]))).toBe('give-back');
    expect(difference.suggest?.(at('in'), factsOf([]))).toBe('link-sent');
    expect(difference.about?.({ direction: 'out', purpose: 'price', amount: 1550 })).toBe('退差价 ¥15.50');
    expect(difference.about?.(ASKED)).toBe('待收运费 ¥8.00');
  });

  it('is shown by an import that has the refund, for the agent to check', () => {
    const at = { step: 'give-back', fields: { ...ASKED, direction: 'out' }, openedAtMs: NOON };
    expect(difference.news?.(at, factsOf([], { refundFen: 1550 }))).toBe(
      '导入显示订单已退款 ¥15.50，请核对是否含这笔',
    );
    expect(difference.news?.(at, factsOf([], { refundFen: null }))).toBeNull();
  });
});

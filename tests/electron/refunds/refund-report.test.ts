import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createRefundReportStore } from '../../../electron/store/refunds/refund-report-store.ts';
import type { RefundFigureKey } from '../../../shared/domain/refunds/refund-report.ts';
import type { RefundDrill } from '../../../shared/ipc/contract/refunds/refund-report-contract.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { plansOf } from '../../support/plans-of.ts';
import { APPLIED, aRefundDesk, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const JUNE = { fromDate: '2026-06-01', toDate: '2026-06-30', shopId: null };
const two = (at: number) => String(at).padStart(2, '0');

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

/** Twenty paid orders of 10 yuan, two of one customer; five of them are paid back, one of those in two parts. */
function aMonth(): void {
  const order = (at: number) => ({
    订单编号: `33043700000000010${two(at)}`,
    买家会员名: at < 2 ? '山间一壶茶' : `客户${at}`,
    订单状态: '交易成功',
    订单创建时间: `2026-06-${two(1 + (at % 10))} 09:00:00`,
    订单付款时间: `2026-06-${two(1 + (at % 10))} 09:01:00`,
    总金额: '10.00',
    买家实际支付金额: '10.00',
  });
  desk.commit('ERA_B', ...Array.from({ length: 20 }, (_, at) => order(at)));
  desk.commit(
    'REFUNDS_2026',
    ...Array.from({ length: 12 }, (_, at) => refund(at, at < 6 ? { 退款状态: '退款成功' } : {})),
  );
}

/** The sixth is another part of the order of the first. */
const refund = (at: number, cells: Readonly<Record<string, string>> = {}) => ({
  ...APPLIED,
  退款编号: `2500000000000001${two(at)}`,
  订单编号: `33043700000000010${two(at === 5 ? 0 : at)}`,
  买家退款金额: '4.00',
  买家退款原因: at % 3 === 0 ? '不想要了' : '商品质量问题',
  超时时间: at === 11 ? '2026-06-12 09:00:00' : '2026-06-20 09:00:00',
  '手工退款/系统退款': at === 4 ? '系统退款' : '手工退款',
  ...cells,
});

const report = () => desk.core.refundReports.report(JUNE);
function figure(key: RefundFigureKey) {
  const found = report().figures.find((one) => one.key === key);
  if (!found) throw new Error(`No figure ${key}`);
  return found;
}
const behind = (drill: RefundDrill) => desk.core.refundReports.idsBehind({ ...JUNE, drill });

describe('5.10: the report about refunds', () => {
  it('has the rate of the orders, the refunds, the money and the customers, each with its base', () => {
    aMonth();
    expect(figure('asked')).toMatchObject({ count: 12, amountFen: 4800, base: null });
    expect(figure('orders')).toMatchObject({ count: 5, base: 20, rate: 0.25 });
    expect(figure('refunds')).toMatchObject({ count: 6, base: 20, rate: 0.3 });
    expect(figure('money')).toMatchObject({ amountFen: 2400, baseFen: 20_000, rate: 0.12 });
    expect(figure('customers')).toMatchObject({ count: 4, base: 19 });
  });

  it('says no percentage of fewer than ten cases', () => {
    desk.commit('REFUNDS_2026', ...Array.from({ length: 9 }, (_, at) => refund(at)));
    expect(figure('system')).toMatchObject({ count: 1, base: 9, rate: null });
    expect(report().by.reason.map(({ share }) => share)).toEqual([null, null]);
    desk.commit('REFUNDS_2026', refund(9));
    expect(figure('system').rate).toBe(0.1);
  });

  it('knows how long the first answer took only where one was written down, and leaves the platform’s own out', () => {
    aMonth();
    const open = desk.refunds().filter(({ platformStatus }) => platformStatus !== '退款成功');
    for (const { id } of open) desk.core.noteRefund.answer({ refundId: id, decision: 'agree' }, desk.actor());
    expect(figure('handling')).toMatchObject({ count: 6, base: 11, unknown: 5, medianMs: null });
    const more = Array.from({ length: 4 }, (_, at) => refund(20 + at));
    desk.commit('REFUNDS_2026', ...more);
    for (const { id, decision } of desk.refunds()) {
      if (decision === null && !desk.core.refundView.detail(id, desk.clock.now()).isOver)
        desk.core.noteRefund.answer({ refundId: id, decision: 'negotiate' }, desk.actor());
    }
    expect(figure('handling').medianMs).toBeGreaterThan(70 * HOUR);
  });

  it('counts what has passed its end and still goes on', () => {
    aMonth();
    expect(figure('overdue')).toMatchObject({ count: 1, base: 6, rate: null });
  });

  it('counts what came of keeping orders, with exchanges apart', () => {
    aMonth();
    const open = desk.refunds().filter(({ platformStatus }) => platformStatus !== '退款成功');
    const outcomes = ['kept', 'kept', 'partial', 'failed', 'exchanged'] as const;
    for (const [at, retention] of outcomes.entries()) {
      const refundId = open[at]?.id;
      if (refundId) desk.core.noteRefund.noteRetention({ refundId, retention }, desk.actor());
    }
    // An order that is said to be kept counts once that is proved.
    expect(figure('retention')).toMatchObject({ count: 0, base: 2, unknown: 2, amountFen: 0 });
    expect(figure('exchanged')).toMatchObject({ count: 1, base: 5 });
  });

  it('cuts them by reason, the most frequent first', () => {
    aMonth();
    expect(report().by.reason).toEqual([
      { key: '商品质量问题', label: '商品质量问题', count: 8, amountFen: 3200, share: 8 / 12 },
      { key: '不想要了', label: '不想要了', count: 4, amountFen: 1600, share: 4 / 12 },
    ]);
  });

  it('shows behind each number the refunds that it counts', () => {
    aMonth();
    const { figures, by } = report();
    // Several refunds may be of one order, or of one customer.
    const perRefund = figures.filter(({ key }) => key !== 'orders' && key !== 'customers');
    const shown = perRefund.map(({ key }) => [key, behind({ figure: key }).length]);
    expect(shown).toEqual(perRefund.map(({ key, count }) => [key, count]));
    expect(behind({ figure: 'orders' })).toHaveLength(6);
    for (const { key, count } of by.product) {
      expect(behind({ group: 'product', key })).toHaveLength(count);
    }
  });

  it('leaves out what was asked for before, unless its order is of the period', () => {
    aMonth();
    const later = { ...JUNE, fromDate: '2026-06-11' };
    expect(desk.core.refundReports.report(later).figures[0]).toMatchObject({ key: 'asked', count: 0 });
    expect(() => desk.core.refundReports.report({ ...JUNE, fromDate: '2026-07-01' })).toThrow('日期范围有误');
  });

  it('is exported as one sheet, with the formula of each figure', () => {
    aMonth();
    const { columns, rows } = desk.core.tables.refundReport(report());
    expect(columns.at(-1)?.header).toBe('算法');
    expect(rows.find(([, label]) => label === '退款率（订单）')).toEqual(
      expect.arrayContaining(['合计', 5, 20, 0.25, '所选日期内下单并付款的订单中退款成功的订单 ÷ 这些订单']),
    );
    expect(rows.filter(([group]) => group === '退款原因')).toHaveLength(2);
  });

  it('is read by the time of asking and of the orders', () => {
    const period = { fromMs: 0, toMs: 1, shopId: null };
    const plans = plansOf((db) => {
      const store = createRefundReportStore(db);
      store.listSince(period);
      store.paidBase(period);
    });
    expect(plans.join('\n')).toContain('refunds_by_asking');
    expect(plans.join('\n')).toContain('orders_by_time');
  });
});

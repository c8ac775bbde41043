import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { refundTypeOf } from '../../../shared/domain/refunds/refund-words.ts';
import { currentTask } from '../../../shared/domain/tasks/current-task.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { beijing } from '../../support/records/an-order.ts';
import { APPLIED, aRefundDesk, ORDER_NO, REFUND_NO, RETURNED, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

const ORDER = { 订单编号: ORDER_NO, 买家会员名: '山间一壶茶' };

describe('A4, 5.7: cases that are easily got wrong', () => {
  it('a customer who asks again has a new number: the old refund is closed, the new one has its own clock', () => {
    desk.commit('REFUNDS_2026', APPLIED);
    desk.commit(
      'REFUNDS_2026',
      { ...APPLIED, 退款状态: '退款关闭', 超时时间: '' },
      { ...APPLIED, 退款编号: '250000000000000009', 超时时间: '2026-06-20 09:00:00' },
    );
    expect(desk.states()).toEqual(['closed', 'wait-seller']);
    expect(desk.cards().map(({ summary }) => summary.title)).toEqual(['250000000000000009']);
  });

  it('refunds of several lines of one order are one card, and each counts with its own amount', () => {
    desk.commit('ERA_B', { ...ORDER, 订单状态: '卖家已发货，等待买家确认', 买家实际支付金额: '200.00' });
    desk.commit(
      'REFUNDS_2026',
      { ...APPLIED, 买家退款金额: '39.00' },
      { ...APPLIED, 退款编号: '250000000000000003', 买家退款金额: '25.00' },
    );
    expect(desk.cards()).toMatchObject([{ amountFen: 6400 }]);
  });

  it('more than was paid for the line, with its freight, and less, as was agreed, are kept as they are', () => {
    desk.commit(
      'REFUNDS_2026',
      { ...APPLIED, 买家退款金额: '45.00' },
      { ...APPLIED, 退款编号: '250000000000000003', 买家退款金额: '10.00' },
    );
    expect(desk.refunds().map(({ refundFen }) => refundFen)).toEqual([4500, 1000]);
  });

  it('极速退款: goods whose money is gone are awaited until they are there', () => {
    const paid = { ...RETURNED, 退款状态: '退款成功', 是否零秒响应: '是', 完结时间: '2026-06-12 10:00:00' };
    desk.commit('REFUNDS_2026', paid);
    expect(desk.task('refund-return')).toMatchObject({ step: 'trace', dueAtMs: beijing('2026-06-19 10:00') });
    desk.core.noteRefund.noteArrival({ refundId: desk.refund().id, arrival: 'arrived' }, desk.actor());
    expect(desk.toDo()).toEqual([]);
  });

  it('an exchange that becomes a return keeps its refund, what was noted and its card', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 售后类型: '换货' });
    desk.core.noteRefund.answer({ refundId: desk.refund().id, decision: 'negotiate' }, desk.actor());
    const before = desk.refund();
    desk.commit('REFUNDS_2026', APPLIED);
    expect(desk.refund()).toMatchObject({ id: before.id, decision: 'negotiate' });
    expect([refundTypeOf(before), refundTypeOf(desk.refund())]).toEqual(['exchange', 'return-refund']);
  });

  it('money alone for goods on their way: they are to be called back first', () => {
    desk.commit('ERA_B', { ...ORDER, 订单状态: '卖家已发货，等待买家确认' });
    desk.commit('REFUNDS_2026', { ...APPLIED, 售后类型: '仅退款', 货物状态: '未收到货' });
    const first = desk.core.stores.tasks
      .listToDo({ kind: 'refund', id: desk.refund().id })
      .find(({ step }) => step === 'first');
    expect(first?.reason).toBe('新的仅退款：商品质量问题 ¥39.00，货在途，先申请追回');
  });

  it('a masked nick joins nothing: the number of the order does', () => {
    desk.commit('ERA_B', ORDER, { 订单编号: '3304370000000000010', 买家会员名: '山**' });
    desk.commit('REFUNDS_2017', { ...APPLIED, 售后类型: '', 是否需要退货: '是', 买家会员名称: '山**' });
    expect(desk.refund().order?.no).toBe(ORDER_NO);
  });

  it('an end that is past at the import is said, not hidden, as long as the refund is open', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-12 09:00:00' });
    expect(desk.cards()).toMatchObject([
      { task: { step: 'overdue', state: 'open', expiresAtMs: null }, amountFen: 3900 },
    ]);
    expect(desk.cards()[0]?.task.reason).toContain('超过 06-12 09:00 仍未完结');
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-20 09:00:00' });
    const overdue = desk.core.stores.tasks
      .listToDo({ kind: 'refund', id: desk.refund().id })
      .filter(({ step }) => step === 'overdue');
    expect(overdue.map(({ dueAtMs }) => dueAtMs)).toEqual([beijing('2026-06-20 09:00')]);
  });

  it('an end that passes while nothing is written is said at that moment, on the card of the warnings', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-14 09:00:00' });
    const shown = () => {
      const tasks = desk.core.stores.tasks.listToDo({ kind: 'refund', id: desk.refund().id });
      const [card, ...others] = desk.cards();
      const current = currentTask({ tasks, taskId: null, nowMs: desk.clock.now() });
      return [card?.task.step, card?.amountFen, current?.step ?? null, others.length];
    };
    const steps = [];
    for (const time of ['2026-06-14 04:59', '2026-06-14 05:00', '2026-06-14 08:59', '2026-06-14 09:00']) {
      desk.clock.advanceBy(beijing(time) - desk.clock.now());
      steps.push(shown());
    }
    expect(steps).toEqual([
      ['decide-24h', 3900, 'decide-24h', 0],
      ['decide-4h', 3900, 'decide-4h', 0],
      ['decide-4h', 3900, 'decide-4h', 0],
      ['overdue', 3900, 'overdue', 0],
    ]);
  });

  it('a refund that a file of other days does not show stays as it was', () => {
    desk.commit('REFUNDS_2026', APPLIED);
    const before = [desk.refund(), desk.toDo()];
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款编号: '250000000000000003', 退款状态: '退款成功' });
    const refund = desk.refunds().find(({ refundNo }) => refundNo === REFUND_NO);
    expect([refund, desk.toDo()]).toEqual(before);
  });

  it('money that the platform paid by itself is shown, and nobody is asked about it', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '退款成功', '手工退款/系统退款': '系统退款' });
    expect(desk.refund().handling).toBe('系统退款');
    expect(desk.toDo()).toEqual([]);
  });
});

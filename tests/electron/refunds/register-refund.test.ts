import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { NewRefund } from '../../../shared/ipc/contract/refunds/refund-contract.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { AGENT, APPLIED, aRefundDesk, ORDER_NO, REFUND_NO, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const ORDER = {
  订单编号: ORDER_NO,
  买家会员名: '山间一壶茶',
  订单状态: '卖家已发货，等待买家确认',
  总金额: '39.00',
  买家实际支付金额: '39.00',
};
const part = (no: string) => ({ ...ORDER, 子订单编号: no, 主订单编号: ORDER_NO });
const [CUP, LID] = ['3304370000000000109', '3304370000000000209'];

let desk: RefundDesk;
let orderId: OrderId;
beforeEach(() => {
  desk = aRefundDesk(folder);
  desk.commit('ERA_B', ORDER);
  const [order] = desk.core.stores.orders.findByNo(ORDER_NO);
  if (!order) throw new Error('The order was not imported');
  orderId = order.id;
});

const register = (said: Partial<NewRefund> = {}) =>
  desk.core.registerRefund(
    {
      orderId,
      lineNo: null,
      type: 'return-refund',
      refundFen: 3900,
      reason: '不想要了',
      isApplied: true,
      note: null,
      ...said,
    },
    desk.actor(),
  );
/** In the next file it was asked for after the order had been imported. */
const SHOWN = { ...APPLIED, 退款的申请时间: '2026-06-13 10:05:00', 超时时间: '2026-06-15 10:05:00' };

describe('A2, A4: a refund that an agent writes down before any file shows it', () => {
  it('has the clock of its shop, stands on the card of its order and is asked about', () => {
    register();
    expect(desk.refund()).toMatchObject({ refundNo: null, orderNo: ORDER_NO, customerNick: '山间一壶茶' });
    expect(desk.states()).toEqual(['wait-seller']);
    expect(desk.endOf(desk.refund().id)?.source).toBe('rule');
    expect(desk.cards().map(({ task, summary }) => [task.matter, summary.title])).toEqual([
      [orderId, '手工登记'],
    ]);
  });

  it('has no clock until the customer has asked the platform', () => {
    register({ isApplied: false });
    expect(desk.endOf(desk.refund().id)).toBeNull();
    expect(desk.toDo()).toEqual(['refund first']);
  });

  it.each<[string, Partial<NewRefund>, string]>([
    ['for more than was paid', { refundFen: 3901 }, '退款金额超过实付 ¥39.00'],
    ['for a part that the order does not have', { lineNo: '1' }, '该商品已不在订单中'],
    ['of an order that is gone', { orderId: 'gone' as OrderId }, '该订单已不存在'],
  ])('is refused %s', (_what, said, reason) => {
    expect(() => register(said)).toThrow(reason);
    expect(desk.refunds()).toEqual([]);
  });

  it('is refused for an order that nobody has paid', () => {
    desk.commit('ERA_B', { ...ORDER, 订单编号: '3304370000000000077', 订单状态: '等待买家付款' });
    const [unpaid] = desk.core.stores.orders.findByNo('3304370000000000077');
    expect(() => register(unpaid && { orderId: unpaid.id })).toThrow('该订单未付款，没有可退的款');
  });

  it('is refused twice for the same part, until the first is over', () => {
    register();
    expect(() => register()).toThrow('该订单已有退款：手工登记');
    desk.commit('REFUNDS_2026', SHOWN);
    expect(() => register()).toThrow(`该订单已有退款：${REFUND_NO}`);
    desk.commit('REFUNDS_2026', { ...SHOWN, 退款状态: '退款关闭' });
    expect(register().refundId).toBeDefined();
  });

  it('is gone after its undo, with what was to do about it', () => {
    const { activityId } = register();
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.refunds()).toEqual([]);
    expect(desk.cards()).toEqual([]);
  });

  it('leaves nothing behind either where its answer was taken back before', () => {
    const { refundId, activityId } = register();
    const answered = desk.core.noteRefund.answer({ refundId, decision: 'agree' }, desk.actor());
    desk.core.undoActivity(answered.activityId, desk.actor());
    desk.core.undoActivity(activityId, desk.actor());
    expect(verifyStore(desk.db, desk.clock.now()).problems).toEqual([]);
  });

  it('is kept while there is evidence of it', () => {
    const { refundId, activityId } = register();
    const added = desk.core.duties.addEvidence(
      {
        subject: asSubject('refund', refundId),
        kind: 'quote',
        text: '不想要了',
        file: null,
        source: 'typed',
        messageRef: null,
        saidAtMs: null,
        saidBy: 'customer',
      },
      desk.actor(),
    );
    expect(() => desk.core.undoActivity(activityId, desk.actor())).toThrow('该退款已有关联的凭证，不能撤销');
    desk.core.undoActivity(added.activityId, desk.actor());
    desk.core.undoActivity(activityId, desk.actor());
    expect(verifyStore(desk.db, desk.clock.now()).problems).toEqual([]);
  });
});

describe('A2, A4: the import that shows a refund which an agent has written down', () => {
  it('takes it over with its decision, its outcome and its records', () => {
    const { refundId } = register();
    desk.core.noteRefund.answer({ refundId, decision: 'negotiate' }, desk.actor());
    desk.core.noteRefund.noteRetention({ refundId, retention: 'partial' }, desk.actor());
    const run = desk.commit('REFUNDS_2026', SHOWN);
    expect(run.counts).toMatchObject({ new: 0, changed: 1 });
    expect(desk.refund()).toMatchObject({
      id: refundId,
      refundNo: REFUND_NO,
      reason: '商品质量问题',
      decision: 'negotiate',
      retention: 'partial',
    });
    expect(desk.endOf(refundId)?.source).toBe('file');
    // And the file after that finds it by its number.
    expect(desk.commit('REFUNDS_2026', SHOWN).counts).toMatchObject({ unchanged: 1 });
  });

  it('says so in the preview, for each row as the commit does', () => {
    register();
    const other = { ...SHOWN, 退款编号: '250000000000000003' };
    expect(desk.preview('REFUNDS_2026', SHOWN, other, SHOWN)).toMatchObject({
      preview: { counts: { changed: 1, new: 1, unchanged: 1 } },
    });
    expect(desk.commit('REFUNDS_2026', SHOWN, other, SHOWN).counts).toMatchObject({
      changed: 1,
      new: 1,
      unchanged: 1,
    });
  });

  it('gives it back when it is undone, and the undo of writing it down is refused until then', () => {
    const { refundId, activityId } = register();
    const run = desk.commit('REFUNDS_2026', SHOWN);
    expect(() => desk.core.undoActivity(activityId, desk.actor())).toThrow('之后已有变化');
    desk.core.undoImport(run.id, AGENT);
    expect(desk.refund()).toMatchObject({ id: refundId, refundNo: null, reason: '不想要了' });
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.refunds()).toEqual([]);
  });

  it.each([
    ['was asked for long before', { 退款的申请时间: '2026-05-30 09:00:00' }],
    ['was over before', { 退款状态: '退款关闭', 退款完结时间: '2026-06-12 09:00:00' }],
  ])('leaves it alone where the refund of the file %s', (_what, cells) => {
    register();
    desk.commit('REFUNDS_2026', { ...SHOWN, ...cells });
    expect(desk.refunds()).toHaveLength(2);
  });

  it('tells the parts of one order apart', () => {
    desk.commit('ITEMS_18', part(CUP), part(LID));
    const { refundId: ofCup } = register({ lineNo: CUP, refundFen: null });
    const { refundId: ofLid } = register({ lineNo: LID, refundFen: null });
    desk.commit('REFUNDS_2026', { ...SHOWN, 订单编号: LID });
    expect(desk.core.stores.refunds.refundOf(ofLid)?.refundNo).toBe(REFUND_NO);
    expect(desk.core.stores.refunds.refundOf(ofCup)?.refundNo).toBeNull();
  });
});

describe('A4: the refunds of a customer', () => {
  it('stand on the card of the customer, the newest first, whichever order they are of', () => {
    register();
    desk.commit(
      'ERA_B',
      { ...ORDER, 订单编号: '3304370000000000088' },
      { ...ORDER, 订单编号: '3304370000000000077', 买家会员名: '别人' },
    );
    desk.commit('REFUNDS_2026', { ...SHOWN, 订单编号: '3304370000000000088' });
    const { customer } = desk.core.orderView.detail(orderId, desk.clock.now());
    expect(customer?.refunds.count).toBe(2);
    expect(customer?.refunds.last.map(({ refundNo }) => refundNo)).toEqual([null, REFUND_NO]);
    expect(customer && desk.core.refundView.allOfCustomer(customer.customer.id)).toEqual(
      customer?.refunds.last,
    );
  });
});

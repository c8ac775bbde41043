import { afterAll, describe, expect, it } from 'vitest';
import starters from '../../../../resources/starter-scripts.json' with { type: 'json' };
import { fitScore } from '../../../../shared/domain/scripts/rank-scripts.ts';
import { StarterScript } from '../../../../shared/domain/scripts/script.ts';
import { createExportFolder } from '../../../support/export-files.ts';
import {
  APPLIED,
  aRefundDesk,
  ORDER_NO,
  REFUND_NO,
  RETURNED,
  type RefundDesk,
} from '../../refunds/a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const NOTHING = { orderId: null, taskId: null, reason: null };
const occasionOf = (desk: RefundDesk, kind?: Parameters<RefundDesk['task']>[0]) =>
  desk.core.scripts.lookUp(
    kind === undefined
      ? { ...NOTHING, refundId: desk.refund().id }
      : { ...NOTHING, taskId: desk.task(kind).id },
    '小满',
    desk.clock.now(),
  );
/** The starters that are offered first. */
function offered(desk: RefundDesk, kind?: Parameters<RefundDesk['task']>[0]): string[] {
  const { situation } = occasionOf(desk, kind);
  const scored = starters
    .map((one) => StarterScript.parse(one))
    .map(({ code, ...fit }) => ({ code, score: fitScore(fit, situation) }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ code }) => code);
}

describe('A4: what a script says of the refund', () => {
  it('is number, amount, reason, end, parcel and return address, before an import shows the order', () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', { ...RETURNED, 卖家退货地址: '示例省示例市示例路 2 号' });
    expect(occasionOf(desk).values).toMatchObject({
      退款单号: REFUND_NO,
      退款金额: '39.00',
      退款原因: '商品质量问题',
      退款截止: '6月17日09:00',
      退货单号: 'YT0000000000001',
      退货地址: '示例省示例市示例路 2 号',
      订单号: ORDER_NO,
      商品: '示例水杯',
      店铺: '示例旗舰店',
    });
  });

  it('is the order’s as well, once that is there', () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', RETURNED);
    desk.commit('ERA_B', { 订单编号: ORDER_NO, 买家会员名: '山间一壶茶', 宝贝标题: '另一只水杯' });
    expect(occasionOf(desk, 'refund-return')).toMatchObject({
      orderId: desk.refund().order?.id,
      values: { 客户: '山间一壶茶', 商品: '另一只水杯', 退款金额: '39.00' },
    });
  });

  it('names no end that is past', () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-13 09:00:00' });
    expect(occasionOf(desk).values).not.toHaveProperty('退款截止');
  });
});

describe('A2–A5: the scripts that are offered for a refund', () => {
  it('are those written for its step', () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', APPLIED);
    expect(offered(desk, 'refund')).toEqual(expect.arrayContaining(['yx1', 'wl1', 'tk1', 'tk4']));
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '卖家已经同意退款，等待买家退货' });
    expect(offered(desk, 'refund-number')).toEqual(expect.arrayContaining(['dh2', 'ph2']));
    desk.commit('REFUNDS_2026', RETURNED);
    expect(offered(desk, 'refund-return')).toEqual(['th4', 'jj3']);
  });

  it('are for a refund without a task those for refunds, and never one about invoices', () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', RETURNED);
    const { situation } = occasionOf(desk);
    expect(situation.stages).toEqual(['refund', 'after-sales']);
    expect(offered(desk)).not.toContain('fp1');
    const invoice = starters.map((one) => StarterScript.parse(one)).find(({ code }) => code === 'fp1');
    expect(invoice && fitScore(invoice, situation)).toBe(0);
  });

  it('A1 of the shift: are those for the order again once the refund is over, though its task led here', () => {
    const desk = aRefundDesk(folder);
    desk.commit('ERA_B', { 订单编号: ORDER_NO, 订单状态: '买家已付款，等待卖家发货' });
    desk.commit('REFUNDS_2026', APPLIED);
    const taskId = desk.task('refund').id;
    const stage = () =>
      desk.core.scripts.lookUp({ ...NOTHING, taskId }, '小满', desk.clock.now()).situation.stages[0];
    expect(stage()).toBe('refund');
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '退款关闭' });
    expect(stage()).toBe('closing');
  });
});

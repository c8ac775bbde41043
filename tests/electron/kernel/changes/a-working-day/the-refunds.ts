import { shopNamed } from '../../../../support/main-side/a-shop-floor.ts';
import { APPLIED } from '../../../refunds/a-refund-desk.ts';
import type { Day } from './day.ts';
import { importRow } from './import-row.ts';

const PAID_ORDER = {
  订单编号: '3304370000000000777',
  买家会员名: '山间一壶茶',
  订单状态: '卖家已发货，等待买家确认',
  买家实际支付金额: '39.00',
};

/** A refund that a customer announces is written down; another is answered and noted, the next file shows it as it was, and the one after that in the platform's hands. */
export async function answerARefund(day: Day): Promise<void> {
  const { main, ask, thereAndBack } = day;
  const shop = shopNamed(main, '示例旗舰店');
  const importRefund = (cells: Readonly<Record<string, string>>) => importRow(day, 'REFUNDS_2026', cells);
  importRow(day, 'ERA_B', PAID_ORDER);
  const [order] = main.core.stores.orders.findByNo(PAID_ORDER.订单编号);
  if (!order) throw new Error('The order was not imported');
  const said = {
    lineNo: null,
    type: 'return-refund',
    refundFen: null,
    reason: null,
    isApplied: false,
  } as const;
  await thereAndBack(() => ask('refunds.register', { orderId: order.id, ...said }));
  importRefund(APPLIED);
  const { refunds } = main.core.stores;
  const refund = refunds.refundOf(refunds.idOf(shop.id, APPLIED['退款编号'] ?? ''));
  if (!refund) throw new Error('The refund was not imported');
  const asked = { refundId: refund.id };
  await thereAndBack(() => ask('refunds.answer', { ...asked, decision: 'agree' }));
  await thereAndBack(() => ask('refunds.noteRetention', { ...asked, retention: 'failed' }));
  await thereAndBack(() => ask('refunds.noteArrival', { ...asked, arrival: 'arrived' }));
  importRefund(APPLIED);
  importRefund({ ...APPLIED, 退款状态: '卖家已经同意退款，等待买家退货' });
}

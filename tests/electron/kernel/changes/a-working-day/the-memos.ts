import type { Day } from './day.ts';
import { importRow } from './import-row.ts';

const NO = '3304370000000000778';

/** O1: a memo is copied, said to be written, shown missing and then shown by imports; another one is dropped. */
export async function writeMemos(day: Day): Promise<void> {
  const { main, ask, thereAndBack } = day;
  const show = (memo: string) =>
    importRow(day, 'ERA_E', {
      订单编号: NO,
      订单状态: '买家已付款，等待卖家发货',
      订单创建时间: '2026-06-10 10:00:00',
      订单付款时间: '2026-06-10 10:05:00',
      总金额: '88.00',
      买家实付金额: '88.00',
      商家备注: memo,
    });
  show('送袜子一双');
  const [order] = main.core.stores.orders.findByNo(NO);
  if (!order) throw new Error('The order was not imported');
  const orderId = order.id;
  async function pending() {
    const { pending: memos } = await ask('memos.ofOrder', { orderId });
    const memo = memos.at(-1);
    if (!memo) throw new Error('No memo is to be written');
    return memo;
  }

  await thereAndBack(() => ask('memos.copy', { orderId, template: 'unshipped', reason: '不要了' }));
  await thereAndBack(() => ask('memos.markWritten', { orderId }));
  show('送袜子一双');
  await ask('memos.copy', { orderId, template: null });
  show(`送袜子一双；${(await pending()).fragment}`);
  await ask('memos.copy', { orderId, template: 'special', reason: '', courier: '顺丰' });
  const { id } = await pending();
  await thereAndBack(() => ask('memos.drop', { id, reason: '客户改了主意' }));
}

import { DAY } from '../../../../../shared/time/durations.ts';
import type { Day } from './day.ts';
import { importRow } from './import-row.ts';

const NO = '3304370000000000779';

/** O4, O7: a customer agrees to wait, a task is completed, the order is marked as shipped, and an import shows that it is not. */
export async function shipOrders(day: Day): Promise<void> {
  const { main, ask, thereAndBack } = day;
  const show = () =>
    importRow(day, 'ERA_E', {
      订单编号: NO,
      订单状态: '买家已付款，等待卖家发货',
      订单创建时间: '2026-06-10 10:00:00',
      订单付款时间: '2026-06-10 10:05:00',
      应发货时间: '2026-06-12 10:05:00',
      总金额: '88.00',
      买家实付金额: '88.00',
    });
  show();
  const [order] = main.core.stores.orders.findByNo(NO);
  if (!order) throw new Error('The order was not imported');
  const orderIds = [order.id];
  const words = { orderIds, channel: 'phone', note: '' } as const;
  const agreedAtMs = main.clock.now() + DAY;
  await thereAndBack(() =>
    ask('shipping.contact', { ...words, outcome: 'waits', quote: '可以等到周五', agreedAtMs }),
  );
  await ask('shipping.contact', { ...words, outcome: 'no-answer', quote: '', agreedAtMs: null });
  const late = main.core.stores.tasks
    .listToDo({ kind: 'order', id: order.id })
    .find(({ kind, step }) => kind === 'ship' && step === 'late');
  if (!late) throw new Error('The order is not late');
  await thereAndBack(() => ask('tasks.complete', { id: late.id }));
  await thereAndBack(() => ask('shipping.claim', { orderIds }));
  show();
}

import type { OrderId, TaskId } from '../../../../../shared/domain/ids.ts';
import { asSubject } from '../../../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR } from '../../../../../shared/time/durations.ts';
import {
  agentNamed,
  anUnpaidOrder,
  orderOf,
  shopNamed,
  tasksOf,
} from '../../../../support/main-side/a-shop-floor.ts';
import { type ExportedOrder, importOrders } from '../../../../support/main-side/import-orders.ts';
import type { Day } from './day.ts';

const MISSED = { bucket: 'missed', shopId: null, kind: null, owner: null, text: '' } as const;
const SHOP = '示例旗舰店';

/** Eight customers have not paid for an hour, one of them twice. */
export function importTheOrders({ main }: Day): ExportedOrder[] {
  const nowMs = main.clock.now();
  const orders = Array.from({ length: 8 }, (_, index) => anUnpaidOrder(index, nowMs));
  const [first] = orders;
  if (!first) throw new Error('No orders');
  const twice = {
    ...anUnpaidOrder(8, nowMs),
    customer: '青柠不加冰',
    title: orders[3]?.title ?? '',
    sku: orders[3]?.sku ?? '',
  };
  importOrders(main, shopNamed(main, SHOP), [...orders, twice]);
  return [...orders, twice];
}

const idOf = ({ main }: Day, customer: string): OrderId => orderOf(main, customer).id;

function taskOf({ main }: Day, customer: string, kind = 'chase'): TaskId {
  const task = tasksOf(main, customer).find((one) => one.kind === kind && one.state === 'open');
  if (!task) throw new Error(`${customer} has no open task of the kind ${kind}`);
  return task.id;
}

/** P1–P4: agents chase unpaid orders in every way there is, and take each back. */
export async function chaseThem(day: Day): Promise<void> {
  const { ask, main, thereAndBack } = day;
  const later = () => main.clock.now() + HOUR;
  const order = (customer: string) => ({ orderId: idOf(day, customer) });
  const chased = ['山间一壶茶', '夏天的风呀', '小鹿乱撞88'] as const;
  await ask('chases.noteReason', { ...order(chased[0]), reason: 'price' });
  for (const customer of chased)
    await thereAndBack(() => ask('tasks.complete', { id: taskOf(day, customer) }));
  await thereAndBack(() => ask('chases.claimPaid', order(chased[1])));
  await ask('chases.claimPaid', order(chased[2]));
  await thereAndBack(() => ask('tasks.complete', { id: taskOf(day, '青柠不加冰', 'duplicate') }));
  const { activityId } = await ask('tasks.skip', { ids: [taskOf(day, '江南烟雨客')] });
  await ask('activities.undo', { activityId });
  await thereAndBack(() => ask('chases.giveUp', { ...order('江南烟雨客'), reason: 'mistake' }));
  await thereAndBack(() => ask('chases.agree', { ...order('拾光者_lin'), untilMs: later() }));
  await thereAndBack(() => ask('tasks.snooze', { id: taskOf(day, '北方有雪'), untilMs: later() }));
  await thereAndBack(() => ask('chases.setCloseTime', { ...order('北方有雪'), closesAtMs: later() }));
  await thereAndBack(() => ask('chases.agree', { ...order('北方有雪'), untilMs: later() + DAY }));
  const ids = [taskOf(day, 'tb2026_晴天'), taskOf(day, '青柠不加冰')];
  await thereAndBack(() => ask('tasks.handOver', { ids, agentId: agentNamed(main, '小满').id }));
  const subject = asSubject('order', idOf(day, 'tb2026_晴天'));
  await thereAndBack(() => ask('tasks.create', { subject, text: '送一张贺卡', dueAtMs: later() }));
  await thereAndBack(() => ask('tasks.complete', { id: taskOf(day, 'tb2026_晴天', 'follow-up') }));
  await thereAndBack(() => ask('subjects.addNote', { subject, text: '要开发票' }));
  main.core.stores.tasks.markReminded(ids, main.clock.now() + DAY);
  const customer = orderOf(main, 'tb2026_晴天').customerId;
  if (customer === null) throw new Error('The order has a customer');
  await thereAndBack(() => ask('customers.edit', { id: customer, note: '只要顺丰', groupOverride: 'vip' }));
  const named = { title: '示例保温杯 大容量 便携款', name: '小白杯' };
  await thereAndBack(() => ask('products.name', { ...named, orderId: orderOf(main, 'tb2026_晴天').id }));
}

/** R10: an agent concedes what the agent may, and asks a lead for more. */
export async function bargain(day: Day): Promise<void> {
  const { ask, main, thereAndBack } = day;
  const orderId = idOf(day, '夏天的风呀');
  const open = async () => {
    const { open: concession } = await ask('concessions.ofOrder', { orderId });
    if (!concession) throw new Error('Nothing is open between agent and customer');
    return concession.id;
  };
  const offer = (amountFen: number) =>
    ask('concessions.offer', { orderId, offer: { kind: 'money', amountFen } });
  const settle = async (isAccepted: boolean) => ask('concessions.settle', { id: await open(), isAccepted });
  await thereAndBack(() => offer(300));
  await thereAndBack(() => settle(false));
  for (const amountFen of [500, 1000, 2000]) {
    await offer(amountFen);
    await settle(false);
  }
  main.core.session.signIn(agentNamed(main, '小满').id, '13579864');
  for (const kind of ['deny', 'grant'] as const) {
    await thereAndBack(() => ask('concessions.ask', { orderId, amountFen: 5000, reason: '老客户' }));
    const id = await open();
    const answer = kind === 'deny' ? { kind } : { kind, amountFen: 4000 };
    main.core.session.signIn(agentNamed(main, '亦安').id, '86420975');
    await thereAndBack(() => ask('concessions.decide', { id, answer }));
    main.core.session.signIn(agentNamed(main, '小满').id, '13579864');
  }
  await offer(4000);
  await thereAndBack(() => settle(true));
  main.core.session.signIn(agentNamed(main, '亦安').id, '86420975');
}

/** X4: later files show what has become of it, and one of them was the wrong one. */
export async function importWhatBecame(day: Day, orders: readonly ExportedOrder[]): Promise<void> {
  const { main, ask } = day;
  const shop = shopNamed(main, SHOP);
  const at = (index: number): ExportedOrder => {
    const order = orders[index];
    if (!order) throw new Error(`There is no order ${index}`);
    return order;
  };
  main.clock.advanceBy(HOUR);
  const paidAtMs = main.clock.now();
  importOrders(main, shop, [
    { ...at(0), paidAtMs },
    { ...at(1), paidAtMs },
    { ...at(2), memo: '客户说已付' },
    { ...at(4), isClosed: true },
    { ...at(5), quantity: 7 },
  ]);
  main.clock.advanceBy(HOUR);
  importOrders(main, shop, [{ ...at(6), title: '另一件商品', isClosed: true }, anUnpaidOrder(40, paidAtMs)]);
  const [items, wrong] = await ask('imports.runs', { limit: 10 }).then((runs) =>
    runs.filter((run) => run.undoneAtMs === null),
  );
  for (const run of [items, wrong]) if (run) await ask('imports.undo', { runId: run.id });
}

/** P5–P7: the long ladder of the other shop, to the end of a dispute. */
export async function claimTheFee(day: Day): Promise<void> {
  const { main, ask, thereAndBack } = day;
  const customer = '慢慢来';
  const placedAtMs = main.clock.now() - HOUR;
  importOrders(main, shopNamed(main, '示例生活馆二店'), [{ ...anUnpaidOrder(30, placedAtMs), customer }]);
  main.clock.advanceBy(4 * DAY);
  main.core.inTransaction(() =>
    main.core.refreshTasks([asSubject('order', idOf(day, customer))], main.clock.now()),
  );
  const checks = { inStock: true, notCancelled: true, reminderSent: true };
  const complete = (step: string) => {
    const task = tasksOf(main, customer).find((one) => one.step === step && one.state === 'open');
    if (!task) throw new Error(`No open task for the step ${step}`);
    return ask('tasks.complete', { id: task.id, checks });
  };
  const missed = await ask('tasks.queue', { ...MISSED, sort: 'urgency', offset: 0, limit: 50 });
  await thereAndBack(() => ask('tasks.clearMissed', { ids: missed.rows.map(({ task }) => task.id) }));
  await complete('remind');
  main.clock.advanceBy(4 * DAY);
  await complete('warn');
  main.clock.advanceBy(8 * DAY);
  await thereAndBack(() => complete('claim-fee'));
  await thereAndBack(() => ask('disputes.close', { orderId: idOf(day, customer), outcome: 'fee-returned' }));
}

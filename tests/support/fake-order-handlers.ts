import { gradeOf, groupOf } from '../../shared/domain/customer.ts';
import type { CustomerId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerCard, OrderLine } from '../../shared/ipc/contract/order-contract.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import { DAY } from '../../shared/time/durations.ts';
import { type FakeWorld, record } from './fake-world.ts';

function lineOf(world: FakeWorld, order: Order): OrderLine {
  return {
    id: order.id,
    no: order.no,
    shopId: order.shopId,
    shopName: world.shops.find(({ id }) => id === order.shopId)?.name ?? '',
    status: order.status,
    platformStatus: order.platformStatus,
    customerId: order.customerId,
    customerNick: order.customerNick,
    itemTitle: order.itemTitle,
    itemCount: order.itemCount,
    payableFen: order.payableFen,
    paidFen: order.paidFen,
    placedAtMs: order.placedAtMs,
    paidAtMs: order.paidAtMs,
    memo: order.memo,
  };
}

function cardOf(world: FakeWorld, id: CustomerId): CustomerCard | null {
  const customer = world.customers.find((one) => one.id === id);
  if (!customer) return null;
  const orders = world.orders.filter((order) => order.customerId === id);
  const paid = orders.filter((order) => order.paidAtMs !== null);
  const recent = orders.filter((order) => (order.placedAtMs ?? 0) > world.now() - 3 * DAY);
  const history = {
    orderCount: orders.length,
    paidOrderCount: paid.length,
    paidFen: paid.reduce((sum, order) => sum + (order.payableFen ?? 0), 0),
    lastPaidAtMs: paid[0]?.paidAtMs ?? null,
  };
  const grade = gradeOf(history, { vipPaidOrders: 5, vipPaidFen: 200_000 });
  return {
    customer,
    history,
    grade,
    group: customer.groupOverride ?? groupOf(grade),
    recent: {
      total: recent.length,
      unpaid: recent.filter(({ status }) => status === 'unpaid').length,
      paid: recent.filter(({ paidAtMs }) => paidAtMs !== null).length,
      closed: recent.filter(({ status }) => status === 'closed').length,
    },
    lastOrders: orders.slice(0, 5).map((order) => lineOf(world, order)),
  };
}

function closingOf({ status, closesAtMs, placedAtMs }: Order): number | null {
  return status === 'unpaid' ? (closesAtMs ?? (placedAtMs ?? 0) + DAY) : null;
}

function detailOf(world: FakeWorld, orderId: string): Output<'orders.detail'> {
  const order = world.orders.find(({ id }) => id === orderId);
  const shop = world.shops.find(({ id }) => id === order?.shopId);
  if (!order || !shop) throw new AppError('not-found', '该订单已不存在');
  const tasks = world.tasks.filter(
    (task) => task.subject.id === orderId && (task.state === 'open' || task.state === 'snoozed'),
  );
  const isDuplicate = tasks.some(({ kind }) => kind === 'duplicate');
  const others = world.orders.filter((one) => one.customerId === order.customerId && one.id !== orderId);
  return {
    order,
    shop,
    items: [
      {
        orderId: order.id,
        lineNo: '#1',
        title: order.itemTitle,
        sku: order.sku,
        outerCode: 'A-1001',
        merchantCode: null,
        quantity: order.itemCount,
        priceFen: order.goodsFen,
        payableFen: order.payableFen,
        paidFen: order.paidFen,
        refundStatus: null,
        refundFen: null,
        remark: null,
        bundleInfo: null,
        productNo: null,
        extra: {},
      },
    ],
    customer: order.customerId ? cardOf(world, order.customerId) : null,
    tasks,
    advice: tasks[0]?.advice ?? null,
    closesAtMs: closingOf(order),
    duplicates: isDuplicate ? others.slice(0, 2).map((one) => lineOf(world, one)) : [],
    dispute: tasks.some(({ kind }) => kind === 'dispute')
      ? {
          openedAtMs: world.now() - DAY,
          followUpAtMs: world.now() + DAY,
          closedAtMs: null,
          outcome: null,
        }
      : null,
    nowMs: world.now(),
  };
}

export function fakeOrderHandlers(world: FakeWorld) {
  return {
    'orders.page': (query: Input<'orders.page'>): Output<'orders.page'> => {
      const found = world.orders
        .filter((order) => query.shopId === null || order.shopId === query.shopId)
        .filter((order) => query.status === null || order.status === query.status)
        .filter((order) => `${order.no} ${order.customerNick}`.includes(query.text));
      const rows = found.slice(query.offset, query.offset + query.limit).map((order) => lineOf(world, order));
      return { rows, total: Math.min(found.length, 10_001) };
    },
    'orders.detail': ({ orderId }: Input<'orders.detail'>) => detailOf(world, orderId),
    'orders.timeline': ({ orderId, limit }: Input<'orders.timeline'>): Output<'orders.timeline'> =>
      world.activities
        .filter(({ subject }) => subject.id === orderId)
        .toReversed()
        .slice(0, limit)
        .map((activity) => ({
          activity,
          agentName: world.agents.find(({ id }) => id === activity.agentId)?.name ?? null,
          scriptTitle: world.scripts.find(({ id }) => id === activity.scriptId)?.title ?? null,
          importFileName: null,
          isUndone: world.activities.some(({ data }) => data.undoes === activity.id),
        })),
    'orders.find': ({ text }: Input<'orders.find'>): Output<'orders.find'> =>
      text === ''
        ? []
        : world.orders
            .filter((order) => `${order.no} ${order.customerNick}`.includes(text))
            .slice(0, 20)
            .map((order) => lineOf(world, order)),
    'customers.edit': ({ id, note, groupOverride }: Input<'customers.edit'>) => {
      const index = world.customers.findIndex((customer) => customer.id === id);
      const before = world.customers[index];
      if (!before) throw new AppError('not-found', '该客户已不存在');
      world.customers[index] = { ...before, note, groupOverride };
      const undo = () => world.customers.splice(index, 1, before);
      return record(world, { kind: 'customer-edited', orderId: null, message: '已保存客户资料', undo });
    },
  };
}

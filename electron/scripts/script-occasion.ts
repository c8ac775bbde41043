import { type Customer, type CustomerHistory, gradeOf } from '../../shared/domain/customer.ts';
import type { CustomerId, OrderId, ShopId, TaskId } from '../../shared/domain/ids.ts';
import type { Order, OrderItem } from '../../shared/domain/order.ts';
import { closingTimeOf } from '../../shared/domain/order-subject.ts';
import { NO_SITUATION, type ScriptSituation, situationOf } from '../../shared/domain/rank-scripts.ts';
import { scriptValues } from '../../shared/domain/script-values.ts';
import type { ScriptValues } from '../../shared/domain/script-variables.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { Task, UnpaidReason } from '../../shared/domain/task.ts';
import { AppError } from '../../shared/errors.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';

/** For whom and why a script is wanted, looked up. */
export type Occasion = {
  readonly orderId: OrderId | null;
  readonly task: Task | null;
  readonly situation: ScriptSituation;
  readonly values: ScriptValues;
};

type Dependencies = {
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly items: { listOf(orderId: OrderId): OrderItem[] };
  readonly customers: { get(id: CustomerId): Customer | undefined; history(id: CustomerId): CustomerHistory };
  readonly shops: { get(id: ShopId): Shop | undefined; list(): Shop[] };
  readonly tasks: { get(id: TaskId): Task | undefined };
};

export type LookUpOccasion = ReturnType<typeof createOccasionLookUp>;

export function createOccasionLookUp({ orders, items, customers, shops, tasks }: Dependencies) {
  function taskOf(id: TaskId | null): Task | null {
    if (id === null) return null;
    const task = tasks.get(id);
    if (!task) throw new AppError('not-found', '该待办已不存在');
    return task;
  }

  function orderOf(id: OrderId | null): Order | null {
    if (id === null) return null;
    const order = orders.get(id);
    if (!order) throw new AppError('not-found', '该订单已不存在');
    return order;
  }

  function gradeFor(order: Order, shop: Shop | null) {
    if (order.customerId === null || shop === null) return null;
    return gradeOf(customers.history(order.customerId), shop.settings.grade);
  }

  function situationFor(
    order: Order,
    shop: Shop | null,
    why: { task: Task | null; reason: UnpaidReason | null },
  ) {
    return situationOf({
      ...why,
      orderStatus: order.status,
      grade: gradeFor(order, shop),
      hasAgreedTime: order.agreedPayAtMs !== null,
    });
  }

  /** A greeting needs no order; where there is one shop only, it is that one. */
  function valuesWithoutOrder(agentName: string | null, nowMs: EpochMs): ScriptValues {
    const [shop, ...others] = shops.list();
    return scriptValues({
      order: null,
      items: [],
      customer: null,
      shop: others.length === 0 ? (shop ?? null) : null,
      agentName,
      nowMs,
      closesAtMs: null,
      agreedAtMs: null,
    });
  }

  return (asked: ScriptOccasion, agentName: string | null, nowMs: EpochMs): Occasion => {
    const task = taskOf(asked.taskId);
    const subjectOrderId = task?.subject.kind === 'order' ? task.subject.id : null;
    const order = orderOf(asked.orderId ?? subjectOrderId);
    if (order === null)
      return { orderId: null, task, situation: NO_SITUATION, values: valuesWithoutOrder(agentName, nowMs) };
    const shop = shops.get(order.shopId) ?? null;
    return {
      orderId: order.id,
      task,
      situation: situationFor(order, shop, { task, reason: asked.reason }),
      values: scriptValues({
        order,
        items: items.listOf(order.id),
        customer: order.customerId === null ? null : (customers.get(order.customerId) ?? null),
        shop,
        agentName,
        nowMs,
        closesAtMs: shop === null ? null : closingTimeOf(order, shop.settings.chase),
        agreedAtMs: order.agreedPayAtMs,
      }),
    };
  };
}

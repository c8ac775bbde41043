import type { ChasePreset } from '../../../shared/domain/chasing/chase-settings.ts';
import { type Concession, sayOffer } from '../../../shared/domain/chasing/concession.ts';
import { bargainMoment, concessionLadder } from '../../../shared/domain/chasing/concession-ladder.ts';
import type { CustomerId, OrderId, ShopId, TaskId } from '../../../shared/domain/ids.ts';
import { type Customer, type CustomerHistory, gradeOf } from '../../../shared/domain/orders/customer.ts';
import type { Order, OrderItem } from '../../../shared/domain/orders/order.ts';
import { closingTimeOf } from '../../../shared/domain/orders/order-subject.ts';
import { requireOrder } from '../../../shared/domain/orders/require-order.ts';
import type { Refund } from '../../../shared/domain/refunds/refund.ts';
import {
  NO_SITUATION,
  type ScriptFacts,
  type ScriptSituation,
  situationOf,
} from '../../../shared/domain/scripts/rank-scripts.ts';
import { circumstancesOf } from '../../../shared/domain/scripts/script-circumstances.ts';
import type { Circumstances } from '../../../shared/domain/scripts/script-template/conditions.ts';
import { type RefundSources, scriptValues } from '../../../shared/domain/scripts/script-values.ts';
import type { ScriptValues } from '../../../shared/domain/scripts/script-variables.ts';
import { asSubject, idIn } from '../../../shared/domain/subjects/subject.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ScriptOccasion } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { EndsOf } from '../../kernel/deadlines/end-of.ts';

/** The order, the customer and the situation that a script is wanted for, looked up. */
export type Occasion = {
  readonly orderId: OrderId | null;
  readonly task: Task | null;
  /** The shop whose words are said; `null` where several shops could be meant. */
  readonly shop: Shop | null;
  readonly situation: ScriptSituation;
  readonly values: ScriptValues;
  readonly circumstances: Circumstances;
};

type Dependencies = {
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly items: { listOf(orderId: OrderId): OrderItem[] };
  readonly customers: { get(id: CustomerId): Customer | undefined; history(id: CustomerId): CustomerHistory };
  readonly shops: { get(id: ShopId): Shop | undefined; list(): Shop[] };
  readonly tasks: { get(id: TaskId): Task | undefined };
  readonly concessions: { listOf(orderId: OrderId): Concession[] };
  readonly refunds: {
    refundOf(id: string): Refund | undefined;
    get(id: string): { readonly extra: Readonly<Record<string, string>> } | undefined;
  };
  readonly endsOf: EndsOf;
};

/** The platform's own columns for where the goods are to be sent; no field stands for them. */
const RETURN_ADDRESS = ['卖家退货地址', '商家退货地址'];

type Asking = {
  readonly task: Task | null;
  readonly refund: Refund | null;
  readonly agentName: string | null;
  readonly nowMs: EpochMs;
};

export type LookUpOccasion = ReturnType<typeof createOccasionLookUp>;

export function createOccasionLookUp(dependencies: Dependencies) {
  const { orders, items, customers, shops, tasks, concessions, refunds, endsOf } = dependencies;

  function refundOf(asked: ScriptOccasion, task: Task | null): Refund | null {
    const id = asked.refundId ?? idIn(task?.subject, 'refund');
    return (id === null ? undefined : refunds.refundOf(id)) ?? null;
  }

  function saidOf(refund: Refund | null): RefundSources | null {
    if (refund === null) return null;
    const subject = asSubject('refund', refund.id);
    const extra = refunds.get(refund.id)?.extra ?? {};
    const returnAddress = RETURN_ADDRESS.flatMap((name) => extra[name] ?? [])[0] ?? null;
    return { ...refund, endAtMs: endsOf([subject], 'refund')(subject)?.atMs ?? null, returnAddress };
  }

  function taskOf(id: TaskId | null): Task | null {
    if (id === null) return null;
    const task = tasks.get(id);
    if (!task) throw new AppError('not-found', '该待办已不存在');
    return task;
  }

  function gradeFor(order: Order, shop: Shop | null) {
    if (order.customerId === null || shop === null) return null;
    return gradeOf(customers.history(order.customerId), shop.settings.grade);
  }

  /** A ladder of the shop's own making does not tell which scripts fit. */
  function ladderOf(shop: Shop | null): ChasePreset | null {
    const preset = shop?.settings.chase.preset ?? 'custom';
    return preset === 'custom' ? null : preset;
  }

  function customerOf({ customerId }: Order): Customer | null {
    return customerId === null ? null : (customers.get(customerId) ?? null);
  }

  /** R10: the concession that was offered to the customer, and whether it is still talked about. */
  function bargainOf(
    order: Order,
    shop: Shop | null,
    isBargaining: boolean,
  ): { readonly situation: ScriptFacts['bargain']; readonly values: ScriptValues } {
    if (shop === null || order.status !== 'unpaid') return { situation: null, values: {} };
    const made = concessions.listOf(order.id);
    const facts = { concessions: made, settings: shop.settings.concession, payableFen: order.payableFen };
    const ladder = concessionLadder(facts);
    const { step, offer } = bargainMoment(made, ladder);
    return {
      situation: isBargaining || ladder.open !== null ? { step } : null,
      values: offer === null ? {} : { 优惠: sayOffer(offer) },
    };
  }

  /** A greeting needs no order; where there is one shop only, it is that one. */
  function shopWithoutOrder(refund: Refund | null): Shop | null {
    if (refund !== null) return shops.get(refund.shopId) ?? null;
    const [first, ...others] = shops.list();
    return others.length === 0 ? (first ?? null) : null;
  }

  function withoutOrder({ task, refund, agentName, nowMs }: Asking): Occasion {
    const shop = shopWithoutOrder(refund);
    const situation = {
      task,
      reason: null,
      bargain: null,
      ladder: null,
      orderStatus: null,
      grade: null,
      hasAgreedTime: false,
      isRefund: true,
    };
    return {
      orderId: null,
      task,
      shop,
      situation: refund === null ? NO_SITUATION : situationOf(situation),
      circumstances: circumstancesOf({ order: null, customer: null, grade: null, shop, nowMs }),
      values: scriptValues({
        order: null,
        items: [],
        customer: null,
        shop,
        agentName,
        nowMs,
        closesAtMs: null,
        agreedAtMs: null,
        refund: saidOf(refund),
      }),
    };
  }

  const orderIn = ({ orderId }: ScriptOccasion, task: Task | null, refund: Refund | null): OrderId | null =>
    orderId ?? idIn(task?.subject, 'order') ?? refund?.order?.id ?? null;

  return (asked: ScriptOccasion, agentName: string | null, nowMs: EpochMs): Occasion => {
    const task = taskOf(asked.taskId);
    const refund = refundOf(asked, task);
    const orderId = orderIn(asked, task, refund);
    if (orderId === null) return withoutOrder({ task, refund, agentName, nowMs });
    const order = requireOrder(orders, orderId);
    const shop = shops.get(order.shopId) ?? null;
    const customer = customerOf(order);
    const grade = gradeFor(order, shop);
    const bargain = bargainOf(order, shop, asked.isBargaining === true || task?.kind === 'concession');
    const agreedAtMs = asked.agreedAtMs ?? order.agreedPayAtMs;
    return {
      orderId: order.id,
      task,
      shop,
      situation: situationOf({
        task,
        reason: asked.reason,
        bargain: bargain.situation,
        ladder: ladderOf(shop),
        orderStatus: order.status,
        grade,
        hasAgreedTime: agreedAtMs !== null,
        isRefund: refund !== null,
      }),
      circumstances: circumstancesOf({ order, customer, grade, shop, nowMs }),
      values: {
        ...scriptValues({
          order,
          items: items.listOf(order.id),
          customer,
          shop,
          agentName,
          nowMs,
          closesAtMs: shop === null ? null : closingTimeOf(order, shop.settings.chase),
          agreedAtMs,
          refund: saidOf(refund),
        }),
        ...bargain.values,
      },
    };
  };
}

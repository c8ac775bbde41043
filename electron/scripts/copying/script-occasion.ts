import type { ChasePreset } from '../../../shared/domain/chasing/chase-settings.ts';
import { isChasedByPlatform } from '../../../shared/domain/chasing/chase-way.ts';
import { type Concession, sayOffer } from '../../../shared/domain/chasing/concession.ts';
import { bargainMoment, concessionLadder } from '../../../shared/domain/chasing/concession-ladder.ts';
import type { CustomerId, OrderId, ShopId, TaskId } from '../../../shared/domain/ids.ts';
import { type Customer, type CustomerHistory, gradeOf } from '../../../shared/domain/orders/customer.ts';
import type { Order, OrderItem } from '../../../shared/domain/orders/order.ts';
import { closingTimeOf } from '../../../shared/domain/orders/order-subject.ts';
import { requireOrder } from '../../../shared/domain/orders/require-order.ts';
import type { Parcel } from '../../../shared/domain/parcels/parcel.ts';
import type { Refund } from '../../../shared/domain/refunds/refund.ts';
import { isOver, refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
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
import type { Deadline } from '../../../shared/domain/shared-parts/deadline.ts';
import { shipEndOf } from '../../../shared/domain/shipping/ship-end.ts';
import { asSubject, idIn, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { currentTask } from '../../../shared/domain/tasks/current-task.ts';
import { isToDo, type Task } from '../../../shared/domain/tasks/task.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
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
  readonly tasks: {
    get(id: TaskId): Task | undefined;
    /** The most urgent first. */
    listToDo(subject: SubjectRef): Task[];
  };
  readonly activities: { chasesOf(orderIds: readonly OrderId[]): ReadonlyMap<OrderId, readonly unknown[]> };
  readonly concessions: { listOf(orderId: OrderId): Concession[] };
  readonly refunds: {
    refundOf(id: string): Refund | undefined;
    get(id: string): { readonly extra: Readonly<Record<string, string>> } | undefined;
  };
  readonly parcels: { parcelOf(id: string): Parcel | undefined };
  readonly productNames: { nameOf(title: string): string | undefined };
  readonly deadlines: { listOf(kind: 'order', ids: readonly string[]): Deadline[] };
  readonly endsOf: EndsOf;
};

/** A refund or a parcel is talked about before the order that it belongs to. */
type About = { readonly refund: Refund | null; readonly parcel: Parcel | null };

/** The platform's own columns for where the goods are to be sent; no field stands for them. */
const RETURN_ADDRESS = ['卖家退货地址', '商家退货地址'];

function subjectOf({ refund, parcel }: About, orderId: OrderId | null): SubjectRef | null {
  if (refund !== null) return asSubject('refund', refund.id);
  if (parcel !== null) return asSubject('parcel', parcel.id);
  return orderId === null ? null : asSubject('order', orderId);
}

/** Once the platform has closed it the customer is spoken to about the order again. */
const isUnderWay = (refund: Refund | null): boolean => refund !== null && !isOver(refundStateOf(refund));

type Times = { readonly agreedAtMs: EpochMs | null; readonly closesAtMs: EpochMs | null };

/** P2: the order will not live to see the time that was agreed, so its customer has to order again. */
const isAfterClosing = ({ status }: Order, { agreedAtMs, closesAtMs }: Times): boolean =>
  (status === 'unpaid' || status === 'closed') &&
  agreedAtMs !== null &&
  closesAtMs !== null &&
  agreedAtMs >= closesAtMs;

type Asking = About & {
  readonly task: Task | null;
  readonly agentName: string | null;
  readonly nowMs: EpochMs;
};

export type LookUpOccasion = ReturnType<typeof createOccasionLookUp>;

export function createOccasionLookUp(dependencies: Dependencies) {
  const {
    orders,
    items,
    customers,
    shops,
    tasks,
    activities,
    concessions,
    refunds,
    parcels,
    deadlines,
    productNames,
    endsOf,
  } = dependencies;

  function refundOf(asked: ScriptOccasion, cameBy: Task | undefined): Refund | null {
    const id = asked.refundId ?? idIn(cameBy?.subject, 'refund');
    return (id === null ? undefined : refunds.refundOf(id)) ?? null;
  }

  function parcelOf(asked: ScriptOccasion, cameBy: Task | undefined): Parcel | null {
    const id = asked.parcelId ?? idIn(cameBy?.subject, 'parcel');
    return (id === null ? undefined : parcels.parcelOf(id)) ?? null;
  }

  /** X3: the task to do about the subject now; the one by which the agent came may be over since. */
  function taskNow(subject: SubjectRef, cameBy: Task | undefined, nowMs: EpochMs): Task | null {
    // The task of a case is talked about with the words for the order behind it.
    const isElsewhere = cameBy !== undefined && cameBy.subject.kind !== subject.kind;
    if (isElsewhere) return isToDo(cameBy) ? cameBy : null;
    return currentTask({ tasks: tasks.listToDo(subject), taskId: cameBy?.id ?? null, nowMs });
  }

  function saidOf(refund: Refund | null): RefundSources | null {
    if (refund === null) return null;
    const subject = asSubject('refund', refund.id);
    const extra = refunds.get(refund.id)?.extra ?? {};
    const returnAddress = RETURN_ADDRESS.flatMap((name) => extra[name] ?? [])[0] ?? null;
    return { ...refund, endAtMs: endsOf([subject], 'refund')(subject)?.atMs ?? null, returnAddress };
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

  function shipEndIn(order: Order): EpochMs | null {
    const settings = shops.get(order.shopId)?.settings.shipping;
    const end = settings && shipEndOf(order, deadlines.listOf('order', [order.id]), settings);
    return end?.atMs ?? null;
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
    const { platform, settings } = shop;
    const grade = customerOf(order)?.isMasked === false ? gradeFor(order, shop) : null;
    const ladder = concessionLadder({
      ...order,
      concessions: made,
      settings: settings.concession,
      platform,
      grade,
    });
    const { step, offer } = bargainMoment(made, ladder, order);
    return {
      situation: isBargaining || ladder.open !== null ? { step } : null,
      values: offer === null ? {} : { 优惠: sayOffer(offer) },
    };
  }

  /** A greeting needs no order; where there is one shop only, it is that one. */
  function shopWithoutOrder({ refund, parcel }: About): Shop | null {
    const about = refund ?? parcel;
    if (about !== null) return shops.get(about.shopId) ?? null;
    const [first, ...others] = shops.list();
    return others.length === 0 ? (first ?? null) : null;
  }

  function withoutOrder({ task, refund, parcel, agentName, nowMs }: Asking): Occasion {
    const shop = shopWithoutOrder({ refund, parcel });
    const situation = {
      task,
      reason: null,
      bargain: null,
      ladder: null,
      orderStatus: null,
      grade: null,
      hasAgreedTime: false,
      isRefund: refund !== null,
      isContacted: false,
    };
    return {
      orderId: null,
      task,
      shop,
      situation: refund === null && parcel === null ? NO_SITUATION : situationOf(situation),
      circumstances: circumstancesOf({ order: null, customer: null, grade: null, shop, nowMs, values: {} }),
      values: scriptValues({
        order: null,
        items: [],
        customer: null,
        shop,
        agentName,
        nowMs,
        closesAtMs: null,
        agreedAtMs: null,
        shipEndAtMs: null,
        nameOf: productNames.nameOf,
        refund: saidOf(refund),
        parcel,
      }),
    };
  }

  const orderIn = (
    { orderId }: ScriptOccasion,
    cameBy: Task | undefined,
    { refund, parcel }: About,
  ): OrderId | null =>
    orderId ?? idIn(cameBy?.subject, 'order') ?? refund?.order?.id ?? parcel?.order?.id ?? null;

  const isContacted = ({ id, status }: Order): boolean =>
    status === 'unpaid' && (activities.chasesOf([id]).get(id) ?? []).length > 0;

  /** The task of the case that is open is talked about, however the agent came to it. */
  function taskOf({ taskId, caseId = null }: ScriptOccasion): Task | undefined {
    const cameBy = taskId === null ? undefined : tasks.get(taskId);
    return cameBy ?? (caseId === null ? undefined : tasks.listToDo(asSubject('case', caseId))[0]);
  }

  function matterOf(asked: ScriptOccasion, nowMs: EpochMs) {
    const cameBy = taskOf(asked);
    const about = { refund: refundOf(asked, cameBy), parcel: parcelOf(asked, cameBy) };
    const orderId = orderIn(asked, cameBy, about);
    const subject = subjectOf(about, orderId) ?? cameBy?.subject;
    return { ...about, orderId, task: subject ? taskNow(subject, cameBy, nowMs) : null };
  }

  return (asked: ScriptOccasion, agentName: string | null, nowMs: EpochMs): Occasion => {
    const { refund, parcel, orderId, task } = matterOf(asked, nowMs);
    if (orderId === null) return withoutOrder({ task, refund, parcel, agentName, nowMs });
    const order = requireOrder(orders, orderId);
    const shop = shops.get(order.shopId) ?? null;
    const customer = customerOf(order);
    const grade = gradeFor(order, shop);
    const bargain = bargainOf(order, shop, asked.isBargaining === true || task?.kind === 'concession');
    const agreedAtMs = asked.agreedAtMs ?? order.agreedPayAtMs;
    const closesAtMs = shop && closingTimeOf(order, shop.settings.chase);
    const values = scriptValues({
      order,
      items: items.listOf(order.id),
      customer,
      shop,
      agentName,
      nowMs,
      closesAtMs,
      agreedAtMs,
      shipEndAtMs: shipEndIn(order),
      nameOf: productNames.nameOf,
      refund: saidOf(refund),
      parcel,
    });
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
        isAfterClosing: isAfterClosing(order, { agreedAtMs, closesAtMs }),
        isRefund: isUnderWay(refund),
        isContacted: isContacted(order),
        isChasedByPlatform: isChasedByPlatform(shop?.platform ?? null),
      }),
      circumstances: circumstancesOf({ order, customer, grade, shop, nowMs, values }),
      values: { ...values, ...bargain.values },
    };
  };
}

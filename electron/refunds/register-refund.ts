import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { type Order, type OrderItem, paidOrPayableFen } from '../../shared/domain/orders/order.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import {
  BY_HAND,
  type Refund,
  RefundFields,
  type RefundId,
  RefundNotes,
  refundTitle,
} from '../../shared/domain/refunds/refund.ts';
import { isOver, REFUND_TYPE_LABELS, refundStateOf } from '../../shared/domain/refunds/refund-words.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { NewRefund } from '../../shared/ipc/contract/refunds/refund-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act } from '../kernel/activities/act.ts';

type Kept = RefundFields & RefundNotes & Pick<Refund, 'id' | 'shopId' | 'firstSeenAtMs'>;

type Dependencies = {
  readonly act: Act;
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly items: { listOf(orderId: OrderId): OrderItem[] };
  readonly refunds: {
    newId(nowMs: EpochMs): RefundId;
    load(ids: readonly string[]): Refund[];
    listOfOrders(ids: readonly OrderId[]): RefundId[];
    add(refund: Kept): void;
  };
};

export type RegisterRefund = ReturnType<typeof createRegisterRefund>;

/** A2, A4: an agent writes down what the customer has said, before any file shows it. */
export function createRegisterRefund({ act, orders, items, refunds }: Dependencies) {
  function partOf(order: Order, lineNo: string | null): OrderItem | null {
    if (lineNo === null) return null;
    const item = items.listOf(order.id).find((one) => one.lineNo === lineNo);
    if (!item) throw new AppError('not-found', '该商品已不在订单中');
    return item;
  }

  function refuseTwice({ id }: Order, subOrderNo: string | null): void {
    const open = refunds
      .load(refunds.listOfOrders([id]))
      .find((one) => !isOver(refundStateOf(one)) && one.subOrderNo === subOrderNo);
    if (open)
      throw new AppError(
        'conflict',
        `该${subOrderNo === null ? '订单' : '商品'}已有退款：${refundTitle(open)}`,
      );
  }

  return (request: NewRefund, actor: Actor): Recorded & { readonly refundId: RefundId } => {
    const refundId = refunds.newId(actor.nowMs);
    const recorded = act(actor, () => {
      const order = requireOrder(orders, request.orderId);
      if (order.status === 'unpaid') throw new AppError('conflict', '该订单未付款，没有可退的款');
      const item = partOf(order, request.lineNo);
      refuseTwice(order, numberOf(item));
      const refund = fieldsOf(order, item, { request, nowMs: actor.nowMs });
      return {
        subject: asSubject('refund', refundId),
        kind: 'refund-registered',
        data: given({ outcome: REFUND_TYPE_LABELS[request.type], text: request.note }),
        rows: [{ table: 'refunds', id: refundId }],
        write: () =>
          refunds.add({ ...refund, id: refundId, shopId: order.shopId, firstSeenAtMs: actor.nowMs }),
        message: '已登记退款，下次导入自动对上',
      };
    });
    return { ...recorded, refundId };
  };
}

/** A part that is known by its place alone has no number that a refund could name. */
const numberOf = (item: OrderItem | null): string | null =>
  item === null || item.lineNo.startsWith('#') ? null : item.lineNo;

type Said = { readonly request: NewRefund; readonly nowMs: EpochMs };

function fieldsOf(
  order: Order,
  item: OrderItem | null,
  { request, nowMs }: Said,
): RefundFields & RefundNotes {
  const { type, refundFen, reason, isApplied, note } = request;
  const mostFen = paidOrPayableFen(item ?? order);
  if (refundFen !== null && mostFen !== null && refundFen > mostFen) {
    throw new AppError('invalid-input', `退款金额超过实付 ¥${formatFen(mostFen)}`);
  }
  return {
    ...NOTHING,
    orderNo: order.no,
    subOrderNo: numberOf(item),
    customerNick: order.customerNick,
    platformType: REFUND_TYPE_LABELS[type],
    platformStatus: BY_HAND,
    reason,
    explanation: note,
    itemTitle: item?.title ?? order.itemTitle,
    paidFen: mostFen,
    refundFen,
    appliedAtMs: isApplied ? nowMs : null,
  };
}

const nothingOf = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, null]));

/** Each of these fields may be `null`. */
const NOTHING = {
  ...RefundFields.parse(nothingOf(RefundFields.shape)),
  ...RefundNotes.parse(nothingOf(RefundNotes.shape)),
};

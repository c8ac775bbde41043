import type { CustomerId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { OrderItem } from '../../shared/domain/orders/order.ts';
import { askedAtMs, type Refund, type RefundId } from '../../shared/domain/refunds/refund.ts';
import { OTHERWISE_LABELS, type RefundClock } from '../../shared/domain/refunds/refund-clock.ts';
import { refusalOf } from '../../shared/domain/refunds/refund-refusal.ts';
import { retentionChanceOf } from '../../shared/domain/refunds/refund-retention.ts';
import { isAnswerOpen, type RefundSubject } from '../../shared/domain/refunds/refund-subject.ts';
import {
  isOver,
  REFUND_STATE_LABELS,
  REFUND_TYPE_LABELS,
  refundStateText,
} from '../../shared/domain/refunds/refund-words.ts';
import { returnRightOf } from '../../shared/domain/refunds/unconditional-return.ts';
import { describeSource } from '../../shared/domain/settings/declaring/declaration.ts';
import { refundSettings } from '../../shared/domain/settings/shop/refund.ts';
import { DEADLINE_SOURCE_LABELS, moveText } from '../../shared/domain/shared-parts/deadline.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerCard } from '../../shared/ipc/contract/order-contract.ts';
import type { RefundDetail, RefundLine } from '../../shared/ipc/contract/refunds/refund-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { createLoadRefunds, type RefundStores } from './refund-subject.ts';

/** As many as orders. */
const LAST_REFUNDS = 5;
/** A customer who asks more often is looked for on the screen of refunds. */
const MOST_LISTED = 200;

type Dependencies = RefundStores & {
  readonly refunds: {
    load(ids: readonly string[]): Refund[];
    listOfOrders(ids: readonly OrderId[]): RefundId[];
    listOfCustomer(id: CustomerId): RefundId[];
    listIds(): RefundId[];
  };
  readonly items: { listOf(orderId: OrderId): OrderItem[] };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly tasks: { listToDo(subject: SubjectRef): Task[] };
};

export type RefundView = ReturnType<typeof createRefundView>;

/** Puts together what the screens show of a refund. */
export function createRefundView(dependencies: Dependencies) {
  const { refunds, items, shops, tasks } = dependencies;
  const load = createLoadRefunds(dependencies);

  function partsOf({ order, orderNo, subOrderNo }: Refund): OrderItem[] {
    if (order === null) return [];
    const all = items.listOf(order.id);
    const named = all.filter(({ lineNo }) => lineNo === orderNo || lineNo === subOrderNo);
    return named.length === 0 ? all : named;
  }

  const newestFirstOf = (ids: readonly RefundId[]): RefundLine[] =>
    load(ids).toSorted(newestFirst).map(lineOf);

  return {
    detail(refundId: RefundId, nowMs: EpochMs): RefundDetail {
      const [subject] = load([refundId]);
      if (!subject) throw new AppError('not-found', '该退款已不存在');
      const { refund, clock, proofEnd, settings } = subject;
      return {
        ...lineOf(subject),
        refund,
        items: partsOf(refund),
        shopName: shops.get(refund.shopId)?.name ?? '',
        isOver: isOver(clock.state),
        waitText: waitText(clock),
        proofEndAtMs: proofEnd?.atMs ?? null,
        isAnswerOpen: isAnswerOpen(subject),
        refusal: refusalOf(refund),
        retentionChance: retentionChanceOf(refund, clock, nowMs),
        returnRightText: returnRightOf(refund, settings.refund.promiseDays).text,
        tasks: tasks.listToDo(asSubject('refund', refundId)),
        nowMs,
      };
    },
    /** Every refund there is. */
    all: (): RefundSubject[] => load(refunds.listIds()),
    /** Every refund of the order. */
    linesOf: (orderId: OrderId): RefundLine[] => load(refunds.listOfOrders([orderId])).map(lineOf),
    /** The reason that the customer has named last for the order. */
    lastReasonOf: (orderId: OrderId): string | null =>
      load(refunds.listOfOrders([orderId]))
        .toSorted(newestFirst)
        .find(({ refund }) => refund.reason !== null)?.refund.reason ?? null,
    /** Of all orders of the customer; the newest few are shown. */
    ofCustomer(id: CustomerId): CustomerCard['refunds'] {
      const ids = refunds.listOfCustomer(id);
      return { count: ids.length, last: newestFirstOf(ids.slice(0, LAST_REFUNDS)) };
    },
    allOfCustomer: (id: CustomerId): RefundLine[] =>
      newestFirstOf(refunds.listOfCustomer(id).slice(0, MOST_LISTED)),
  };
}

const newestFirst = (a: RefundSubject, b: RefundSubject): number => askedAtMs(b.refund) - askedAtMs(a.refund);

export function lineOf({ refund, clock }: RefundSubject): RefundLine {
  return {
    id: refund.id,
    refundNo: refund.refundNo,
    stateText: refundStateText(refund) ?? REFUND_STATE_LABELS.unknown,
    typeText: clock.type === null ? refund.platformType : REFUND_TYPE_LABELS[clock.type],
    refundFen: refund.refundFen,
    end: endOf(clock),
  };
}

function endOf({ end, field }: RefundClock): RefundLine['end'] {
  if (end === null) return null;
  const { atMs, source } = end;
  return { atMs, source, sourceText: sourceText(end, field), moveText: moveText(end) };
}

/** 「按规则估算」, with the rule and whether anybody has looked it up. */
function sourceText({ source }: NonNullable<RefundClock['end']>, field: RefundClock['field']): string {
  if (field === null) return DEADLINE_SOURCE_LABELS[source];
  const { label, ...setting } = refundSettings.fields[field];
  return `按规则估算：${label}（${describeSource(setting)}）`;
}

function waitText({ state, wait }: RefundClock): string | null {
  return wait === null ? null : `${REFUND_STATE_LABELS[state]}，超时${OTHERWISE_LABELS[wait.otherwise]}`;
}

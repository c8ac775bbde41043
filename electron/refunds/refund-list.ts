import type { ShopId } from '../../shared/domain/ids.ts';
import { askedAtMs, type RefundId } from '../../shared/domain/refunds/refund.ts';
import { isAnswerOpen, type RefundSubject } from '../../shared/domain/refunds/refund-subject.ts';
import type { RefundType } from '../../shared/domain/refunds/refund-words.ts';
import type { SubjectKind } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { inPages } from '../../shared/in-pages.ts';
import {
  REFUND_PLACES,
  type RefundFilter,
  type RefundPage,
  type RefundPlace,
  type RefundRow,
  type RefundSort,
} from '../../shared/ipc/contract/refunds/refund-list-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY, HOUR } from '../../shared/time/durations.ts';
import { createLoadRefunds, type RefundStores } from './refund-subject.ts';
import { lineOf } from './refund-view.ts';

type OverFilter = Pick<RefundFilter, 'shopId' | 'text'>;
type OverRefund = { readonly id: RefundId; readonly refundFen: number | null };

type Dependencies = RefundStores & {
  readonly refunds: { listIds(): RefundId[] };
  readonly refundLists: {
    listOpen(): RefundId[];
    listOver(filter: OverFilter): readonly OverRefund[];
    whileUnchanged<T>(read: () => T): () => T;
  };
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly tasks: { listForSubjects(kind: SubjectKind, ids: readonly string[]): Map<string, Task[]> };
};

export type RefundQuery = RefundFilter & {
  readonly sort: RefundSort;
  readonly offset: number;
  readonly limit: number;
  readonly nowMs: EpochMs;
};

/** Few enough that they fit in memory with ease. */
const AT_ONCE = 500;

export type RefundList = ReturnType<typeof createRefundList>;

/** A4: every refund of every shop, by the time that is left and the money. */
export function createRefundList(dependencies: Dependencies) {
  const { refunds, refundLists, shops, tasks } = dependencies;
  const load = createLoadRefunds(dependencies);

  function* loadAll(ids: readonly RefundId[]): Generator<RefundSubject> {
    for (const page of inPages(ids, AT_ONCE)) yield* load(page);
  }

  /** Open refunds are few, and their clocks follow from too much to be sorted by in SQL. */
  const open = refundLists.whileUnchanged(() => [...loadAll(refundLists.listOpen())]);

  function rowsOf(subjects: readonly RefundSubject[]): RefundRow[] {
    const tasksOf = tasks.listForSubjects(
      'refund',
      subjects.map(({ refund }) => refund.id),
    );
    return subjects.map((subject) => {
      const { refund } = subject;
      return {
        ...lineOf(subject),
        shopName: shops.get(refund.shopId)?.name ?? '',
        customerNick: refund.customerNick,
        orderNo: refund.order?.no ?? refund.orderNo,
        itemTitle: refund.itemTitle,
        reason: refund.reason,
        askedAtMs: askedAtMs(refund),
        isAnswerOpen: isAnswerOpen(subject),
        taskIds: (tasksOf.get(refund.id) ?? []).filter(isToDo).map(({ id }) => id),
      };
    });
  }

  const knownTypes = refundLists.whileUnchanged(() => new Map<RefundId, RefundType | null>());

  /** The type of a refund follows from its words and its order, so each refund that is over is read once for it. */
  function* learnTypes(filter: RefundFilter): Generator<undefined> {
    if (filter.type === null) return;
    const known = knownTypes();
    const unknown = refundLists.listOver(filter).flatMap(({ id }) => (known.has(id) ? [] : [id]));
    for (const page of inPages(unknown, AT_ONCE)) {
      for (const { refund, clock } of load(page)) known.set(refund.id, clock.type);
      yield;
    }
  }

  function listOver(filter: RefundFilter): readonly OverRefund[] {
    const found = refundLists.listOver(filter);
    if (filter.type === null) return found;
    const left = learnTypes(filter);
    while (left.next().done !== true);
    const types = knownTypes();
    return found.filter(({ id }) => types.get(id) === filter.type);
  }

  function* over(filter: RefundFilter): Generator<RefundSubject> {
    const ids = listOver(filter).map(({ id }) => id);
    for (const page of inPages(ids, AT_ONCE)) yield* inOrder(page, load(page));
  }

  function pageOver(query: RefundQuery): Omit<RefundPage, 'byPlace'> {
    const found = listOver(query);
    const ids = found.slice(query.offset, query.offset + query.limit).map(({ id }) => id);
    return { rows: rowsOf(inOrder(ids, load(ids))), total: found.length, refundFen: sumOf(found) };
  }

  function pageOf(
    found: readonly RefundSubject[],
    { offset, limit }: RefundQuery,
  ): Omit<RefundPage, 'byPlace'> {
    return {
      rows: rowsOf(found.slice(offset, offset + limit)),
      total: found.length,
      refundFen: sumOf(found.map(({ refund }) => refund)),
    };
  }

  return {
    /** Before a page of one type, a little at a time, so that no click waits for all of it at once. */
    learnTypes,
    page(query: RefundQuery): RefundPage {
      const wanted = open().filter(matches(query));
      const counts = REFUND_PLACES.map((place) => [place, wanted.filter(isIn(place)).length] as const);
      const page =
        query.place === 'over'
          ? pageOver(query)
          : pageOf(wanted.filter(isIn(query.place)).toSorted(ORDERS[query.sort](query.nowMs)), query);
      const overCount = query.place === 'over' ? page.total : listOver(query).length;
      // Every place is there, because the entries are made from the places.
      const byPlace = Object.fromEntries([...counts, ['over', overCount]]) as RefundPage['byPlace'];
      return { ...page, byPlace };
    },
    rowsOf: (ids: readonly RefundId[]): RefundRow[] => rowsOf(inOrder(ids, load(ids))),
    /** The refunds that the list shows, in the order of urgency, or every refund there is. */
    *all(filter: RefundFilter | null, nowMs: EpochMs): Generator<RefundSubject> {
      if (filter === null) yield* loadAll(refunds.listIds());
      else if (filter.place === 'over') yield* over(filter);
      else yield* open().filter(matches(filter)).filter(isIn(filter.place)).toSorted(ORDERS.urgency(nowMs));
    },
  };
}

const sumOf = (refunds: readonly { readonly refundFen: number | null }[]): number =>
  refunds.reduce((sum, { refundFen }) => sum + (refundFen ?? 0), 0);

/** Loading gives them shop by shop. */
function inOrder(ids: readonly RefundId[], subjects: readonly RefundSubject[]): RefundSubject[] {
  const byId = new Map(subjects.map((subject) => [subject.refund.id, subject]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Test = (subject: RefundSubject) => boolean;

const isOfType =
  ({ type }: Pick<RefundFilter, 'type'>): Test =>
  ({ clock }) =>
    type === null || clock.type === type;

function matches(filter: RefundFilter): Test {
  const { shopId, text } = filter;
  const ofType = isOfType(filter);
  return (subject) => {
    const { refund } = subject;
    if (!ofType(subject) || (shopId !== null && refund.shopId !== shopId)) return false;
    const words = [
      refund.refundNo,
      refund.orderNo,
      refund.order?.no,
      refund.customerNick,
      refund.itemTitle,
      refund.returnTrackingNo,
    ];
    return text === '' || words.some((word) => word?.includes(text));
  };
}

const NAMED_PLACES: ReadonlySet<string> = new Set(REFUND_PLACES);

function isIn(place: RefundPlace): Test {
  if (place === 'open') return () => true;
  if (place === 'other') return ({ clock }) => !NAMED_PLACES.has(clock.state);
  return ({ clock }) => clock.state === place;
}

type Order = (a: RefundSubject, b: RefundSubject) => number;

const endOf = ({ clock }: RefundSubject): number => clock.end?.atMs ?? Number.POSITIVE_INFINITY;
const moneyOf = ({ refund }: RefundSubject): number => refund.refundFen ?? 0;
const byEnd: Order = (a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b));
const byMoney: Order = (a, b) => moneyOf(b) - moneyOf(a);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byId: Order = (a, b) => compare(a.refund.id, b.refund.id);

/** Within one of these steps an hour more or less matters less than the money. */
const STEPS_MS = [0, 4 * HOUR, DAY, 3 * DAY, Number.MAX_SAFE_INTEGER];

/** A refund that was answered rests until a file shows it, so it comes last. */
function stepOf(subject: RefundSubject, nowMs: EpochMs): number {
  if (isAnswerOpen(subject)) return STEPS_MS.length + 1;
  const step = STEPS_MS.findIndex((ms) => endOf(subject) - nowMs <= ms);
  return step < 0 ? STEPS_MS.length : step;
}

const inTurn =
  (...orders: readonly Order[]): Order =>
  (a, b) =>
    orders.reduce((found, order) => found || order(a, b), 0);

/** Equal ones stand together, the most urgent first; what is not known comes last. */
const together = (wordOf: (subject: RefundSubject) => string | null): Order =>
  inTurn(
    (a, b) => Number(wordOf(a) === null) - Number(wordOf(b) === null),
    (a, b) => compare(wordOf(a) ?? '', wordOf(b) ?? ''),
    byEnd,
    byId,
  );

const ORDERS: Readonly<Record<RefundSort, (nowMs: EpochMs) => Order>> = {
  urgency: (nowMs) => inTurn((a, b) => stepOf(a, nowMs) - stepOf(b, nowMs), byMoney, byEnd, byId),
  end: () => inTurn(byEnd, byMoney, byId),
  money: () => inTurn(byMoney, byEnd, byId),
  'money-up': () => inTurn((a, b) => moneyOf(a) - moneyOf(b), byEnd, byId),
  newest: () => inTurn((a, b) => askedAtMs(b.refund) - askedAtMs(a.refund), byId),
  oldest: () => inTurn((a, b) => askedAtMs(a.refund) - askedAtMs(b.refund), byId),
  state: () => together(({ clock }) => clock.state),
  customer: () => together(({ refund }) => refund.customerNick),
  type: () => together(({ clock, refund }) => clock.type ?? refund.platformType),
  reason: () => together(({ refund }) => refund.reason),
  item: () => together(({ refund }) => refund.itemTitle),
};

import type { ShopId } from '../../shared/domain/ids.ts';
import type { RefundId } from '../../shared/domain/refunds/refund.ts';
import { isAnswerOpen, type RefundSubject } from '../../shared/domain/refunds/refund-subject.ts';
import type { SubjectKind } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import {
  REFUND_PLACES,
  type RefundFilter,
  type RefundPage,
  type RefundPlace,
  type RefundRow,
  type RefundSort,
} from '../../shared/ipc/contract/refund-list-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY, HOUR } from '../../shared/time/durations.ts';
import { createLoadRefunds, type RefundStores } from './refund-subject.ts';
import { askedAtMs, lineOf } from './refund-view.ts';

type OverFilter = Pick<RefundFilter, 'shopId' | 'text'>;

type Dependencies = RefundStores & {
  readonly refunds: { listIds(): RefundId[] };
  readonly refundLists: {
    listOpen(): RefundId[];
    pageOver(page: OverFilter & { readonly offset: number; readonly limit: number }): RefundId[];
    countOver(filter: OverFilter): { readonly total: number; readonly refundFen: number };
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
  /** Open refunds are few, and their clocks follow from too much to be sorted by in SQL. */
  const open = refundLists.whileUnchanged(() => inPages(refundLists.listOpen(), load));

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
        askedAtMs: askedAtMs(subject),
        isAnswerOpen: isAnswerOpen(subject),
        taskIds: (tasksOf.get(refund.id) ?? []).filter(isToDo).map(({ id }) => id),
      };
    });
  }

  function* over(filter: RefundFilter): Generator<RefundSubject> {
    for (let offset = 0; ; offset += AT_ONCE) {
      const ids = refundLists.pageOver({ ...filter, offset, limit: AT_ONCE });
      yield* inOrder(ids, load(ids)).filter(isOfType(filter));
      if (ids.length < AT_ONCE) return;
    }
  }

  /** With a type, which only the words of each refund tell, all that are over are looked at. */
  function pageOver(query: RefundQuery): Omit<RefundPage, 'byPlace'> {
    if (query.type === null) {
      const ids = refundLists.pageOver(query);
      return { rows: rowsOf(inOrder(ids, load(ids))), ...refundLists.countOver(query) };
    }
    return pageOf([...over(query)], query);
  }

  function pageOf(
    found: readonly RefundSubject[],
    { offset, limit }: RefundQuery,
  ): Omit<RefundPage, 'byPlace'> {
    return {
      rows: rowsOf(found.slice(offset, offset + limit)),
      total: found.length,
      refundFen: found.reduce((sum, { refund }) => sum + (refund.refundFen ?? 0), 0),
    };
  }

  return {
    page(query: RefundQuery): RefundPage {
      const wanted = open().filter(matches(query));
      const counts = REFUND_PLACES.map((place) => [place, wanted.filter(isIn(place)).length] as const);
      const overCount = query.type === null ? refundLists.countOver(query).total : [...over(query)].length;
      // Every place is there, because the entries are made from the places.
      const byPlace = Object.fromEntries([...counts, ['over', overCount]]) as RefundPage['byPlace'];
      const page =
        query.place === 'over'
          ? pageOver(query)
          : pageOf(wanted.filter(isIn(query.place)).toSorted(ORDERS[query.sort](query.nowMs)), query);
      return { ...page, byPlace };
    },
    rowsOf: (ids: readonly RefundId[]): RefundRow[] => rowsOf(inOrder(ids, load(ids))),
    /** The refunds that the list shows, in the order of urgency, or every refund there is. */
    *all(filter: RefundFilter | null, nowMs: EpochMs): Generator<RefundSubject> {
      if (filter === null) {
        const ids = refunds.listIds();
        for (let at = 0; at < ids.length; at += AT_ONCE) yield* load(ids.slice(at, at + AT_ONCE));
      } else if (filter.place === 'over') yield* over(filter);
      else yield* open().filter(matches(filter)).filter(isIn(filter.place)).toSorted(ORDERS.urgency(nowMs));
    },
  };
}

function inPages(
  ids: readonly RefundId[],
  load: (ids: readonly string[]) => RefundSubject[],
): RefundSubject[] {
  const found: RefundSubject[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) found.push(...load(ids.slice(at, at + AT_ONCE)));
  return found;
}

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
const byId: Order = (a, b) => (a.refund.id < b.refund.id ? -1 : Number(a.refund.id > b.refund.id));

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

const ORDERS: Readonly<Record<RefundSort, (nowMs: EpochMs) => Order>> = {
  urgency: (nowMs) => inTurn((a, b) => stepOf(a, nowMs) - stepOf(b, nowMs), byMoney, byEnd, byId),
  end: () => inTurn(byEnd, byMoney, byId),
  money: () => inTurn(byMoney, byEnd, byId),
  newest: () => inTurn((a, b) => askedAtMs(b) - askedAtMs(a), byId),
};

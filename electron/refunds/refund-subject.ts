import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import { type Refund, type RefundId, refundTitle } from '../../shared/domain/refunds/refund.ts';
import { endsOfRefund } from '../../shared/domain/refunds/refund-clock.ts';
import {
  type RefundRule,
  type RefundSubject,
  toRefundSubject,
} from '../../shared/domain/refunds/refund-subject.ts';
import { refundStateText } from '../../shared/domain/refunds/refund-words.ts';
import type { Deadline } from '../../shared/domain/shared-parts/deadline.ts';
import { asSubject, idIn, type SubjectKind, subjectKey } from '../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import type { TaskPlace } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import { defineSubject, type SubjectModule } from '../kernel/subjects/subject-module.ts';

export type RefundStores = {
  readonly refunds: { load(ids: readonly string[]): Refund[] };
  readonly deadlines: { listOf(kind: SubjectKind, ids: readonly string[]): Deadline[] };
  readonly claims: { listOf(kind: SubjectKind, ids: readonly string[]): Claim[] };
  readonly shops: { get(id: ShopId): Shop | undefined };
};

type Dependencies = RefundStores & {
  readonly rules: readonly RefundRule[];
  readonly refunds: {
    listTouchedBy(orderIds: readonly OrderId[]): RefundId[];
    listLive(shopId: ShopId): RefundId[];
    listAllLive(): RefundId[];
    setLive(ids: readonly string[], isLive: boolean): void;
    find(text: string, atMost: number): RefundId[];
  };
};

/** On the card of its order, as soon as that is known: what is at risk for an order counts once. */
const placeOf = ({ id, shopId, order }: Refund): TaskPlace => ({
  shopId,
  matter: order?.id ?? subjectKey(asSubject('refund', id)),
});

const known = (words: readonly (string | null)[]): string[] => words.filter((word) => word !== null);

/** Reads everything that the rules may look at, for many refunds in a few statements. */
export function createLoadRefunds({ refunds, deadlines, claims, shops }: RefundStores) {
  return (ids: readonly string[]): RefundSubject[] => {
    const timesOf = Map.groupBy(deadlines.listOf('refund', ids), ({ subject }): string => subject.id);
    const claimsOf = Map.groupBy(claims.listOf('refund', ids), ({ subject }): string => subject.id);
    const ofShop = Map.groupBy(refunds.load(ids), ({ shopId }) => shopId);
    return [...ofShop].flatMap(([shopId, own]) => {
      const settings = shops.get(shopId)?.settings;
      if (settings === undefined) return [];
      return own.map((refund) =>
        toRefundSubject({
          refund,
          settings,
          deadlines: timesOf.get(refund.id) ?? [],
          claims: claimsOf.get(refund.id) ?? [],
        }),
      );
    });
  };
}

/** A refund among the subjects: how its rules get it, and what the rest of the program says of it. */
export function createRefundSubject({ rules, ...stores }: Dependencies): SubjectModule {
  const { refunds } = stores;
  return defineSubject({
    kind: 'refund',
    rules,
    load: createLoadRefunds(stores),
    idOf: ({ refund }) => refund.id,
    placeOf: ({ refund }) => placeOf(refund),
    endsAtMs: ({ clock }) => clock.end?.atMs ?? null,
    listToRefresh: (changed) => [
      ...new Set([
        ...changed.flatMap((ref) => idIn(ref, 'refund') ?? []),
        ...refunds.listTouchedBy(changed.flatMap((ref) => idIn(ref, 'order') ?? [])),
      ]),
    ],
    listLive: refunds.listLive,
    setLive: refunds.setLive,
    // An end that the rules estimate stands in no column.
    listEnding: (kind) => (kind === 'refund' ? refunds.listAllLive() : []),
    ends: ({ refund, settings }) => endsOfRefund(refund, settings.refund),
    summarise: (ids) =>
      refunds.load(ids).map((refund) => ({
        ref: asSubject('refund', refund.id),
        title: refundTitle(refund),
        customerNick: refund.customerNick,
        detail: refund.itemTitle,
        status: refundStateText(refund),
        orderId: refund.order?.id ?? null,
      })),
    placesOf: (ids) => new Map(refunds.load(ids).map((refund) => [refund.id, placeOf(refund)])),
    words: (ids) =>
      new Map(
        refunds
          .load(ids)
          .map(({ id, refundNo, orderNo, subOrderNo, order, returnTrackingNo, itemTitle, customerNick }) => [
            id,
            {
              starts: known([refundNo, orderNo, subOrderNo, order?.no ?? null, returnTrackingNo]),
              parts: known([itemTitle, customerNick]),
            },
          ]),
      ),
    wordTables: ['refunds', 'orders', 'order_items'],
    find: refunds.find,
  });
}

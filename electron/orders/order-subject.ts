import { ORDER_STATUS_LABELS } from '../../shared/domain/orders/order.ts';
import { closingTimeOf, type OrderRule } from '../../shared/domain/orders/order-subject.ts';
import { endsOfOrder, shipEndOf } from '../../shared/domain/shipping/ship-end.ts';
import { asSubject, idIn } from '../../shared/domain/subjects/subject.ts';
import { defineSubject, type SubjectModule } from '../kernel/subjects/subject-module.ts';
import type { OrderSubjectStore } from '../store/orders/order-subject-store.ts';
import type { createOrderSummaryStore } from '../store/orders/order-summary-store.ts';

type Dependencies = {
  readonly rules: readonly OrderRule[];
  readonly facts: OrderSubjectStore;
  readonly summaries: ReturnType<typeof createOrderSummaryStore>;
};

/** An order among the subjects: how its rules get it, and what the rest of the program says of it. */
export function createOrderSubject({ rules, facts, summaries }: Dependencies): SubjectModule {
  return defineSubject({
    kind: 'order',
    rules,
    load: facts.load,
    idOf: ({ order }) => order.id,
    placeOf: ({ order }) => ({ shopId: order.shopId, matter: order.id }),
    // An unpaid order closes; one that is paid has to be shipped.
    endsAtMs: ({ order, settings, shipping }) =>
      order.status === 'unpaid'
        ? closingTimeOf(order, settings.chase)
        : (shipEndOf(order, shipping.deadlines, settings.shipping)?.atMs ?? null),
    listToRefresh: (changed) => [
      ...new Set([
        ...facts.listToRefresh(changed.flatMap((ref) => idIn(ref, 'order') ?? [])),
        ...facts.listRefunded(changed.flatMap((ref) => idIn(ref, 'refund') ?? [])),
      ]),
    ],
    listLive: facts.listLive,
    hasForgotten: facts.hasForgotten,
    setLive: facts.setLive,
    ends: ({ order, settings }) => endsOfOrder(order, settings.shipping),
    listEnding: (kind, within) => (kind === 'ship' ? facts.listToShip(within) : []),
    summarise: (ids) =>
      summaries.summaries(ids).map((row) => ({
        ref: asSubject('order', row.id),
        title: row.no,
        customerNick: row.customer_nick,
        detail: row.item_title,
        status: ORDER_STATUS_LABELS[row.status],
        orderId: row.id,
      })),
    placesOf: (ids) =>
      new Map([...summaries.shopsOf(ids)].map(([id, shopId]) => [id, { shopId, matter: id }])),
    words: summaries.words,
    wordTables: ['orders', 'order_items', 'customers'],
    find: null,
  });
}

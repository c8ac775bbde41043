import { ORDER_STATUS_LABELS } from '../../shared/domain/orders/order.ts';
import type { OrderRule } from '../../shared/domain/orders/order-subject.ts';
import { endsOfOrder } from '../../shared/domain/orders/ship-end.ts';
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
    listToRefresh: (changed) => facts.listToRefresh(changed.flatMap((ref) => idIn(ref, 'order') ?? [])),
    listLive: facts.listLive,
    hasForgotten: facts.hasForgotten,
    setLive: facts.setLive,
    ends: ({ order }) => endsOfOrder(order),
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

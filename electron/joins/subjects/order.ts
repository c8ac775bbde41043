import { createOrderHandlers } from '../../orders/order-handlers.ts';
import { createOrderSubject } from '../../orders/order-subject.ts';
import { orderRules } from '../../rules/order/index.ts';
import type { SharedStores } from '../../store/stores.ts';
import type { SubjectDomain } from './subject-domain.ts';

/** Orders are imported by a kind of their own, together with their items. */
export const order = {
  module: ({ orderSubjects, orderSummaries }: Pick<SharedStores, 'orderSubjects' | 'orderSummaries'>) =>
    createOrderSubject({ rules: orderRules, facts: orderSubjects, summaries: orderSummaries }),
  handlers: createOrderHandlers,
} as const satisfies SubjectDomain;

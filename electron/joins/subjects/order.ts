import { createMemoHandlers } from '../../memos/memo-handlers.ts';
import { createOrderHandlers } from '../../orders/order-handlers.ts';
import { createOrderSubject } from '../../orders/order-subject.ts';
import { createOrderReportHandlers } from '../../orders/report/order-report-handlers.ts';
import { orderRules } from '../../rules/order/index.ts';
import { createShippingHandlers } from '../../shipping/shipping-handlers.ts';
import type { SharedStores } from '../../store/stores.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OrderEdge = Parameters<typeof createOrderHandlers>[0];
type ReportEdge = Parameters<typeof createOrderReportHandlers>[0];
type MemoEdge = Parameters<typeof createMemoHandlers>[0];
type ShippingEdge = Parameters<typeof createShippingHandlers>[0];

/** Orders are imported by a kind of their own, together with their items. */
export const order = {
  module: ({ orderSubjects, orderSummaries }: Pick<SharedStores, 'orderSubjects' | 'orderSummaries'>) =>
    createOrderSubject({ rules: orderRules, facts: orderSubjects, summaries: orderSummaries }),
  handlers: (edge: OrderEdge & ReportEdge & MemoEdge & ShippingEdge) => ({
    ...createOrderHandlers(edge),
    ...createOrderReportHandlers(edge),
    ...createMemoHandlers(edge),
    ...createShippingHandlers(edge),
  }),
} as const satisfies SubjectDomain;

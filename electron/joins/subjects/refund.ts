import { createRefundHandlers } from '../../refunds/refund-handlers.ts';
import { createRefundRecords } from '../../refunds/refund-records.ts';
import { createRefundSubject, type RefundStores } from '../../refunds/refund-subject.ts';
import { createRefundReportHandlers } from '../../refunds/report/refund-report-handlers.ts';
import { refundRules } from '../../rules/refund/index.ts';
import type { WritableDb } from '../../store/connection.ts';
import { createRefundListStore } from '../../store/refunds/refund-list-store.ts';
import { createRefundReportStore } from '../../store/refunds/refund-report-store.ts';
import { createRefundStore } from '../../store/refunds/refund-store.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OwnStores = {
  readonly refunds: ReturnType<typeof createRefundStore>;
  readonly refundReports: ReturnType<typeof createRefundReportStore>;
  readonly refundLists: ReturnType<typeof createRefundListStore>;
};

type RefundEdge = Parameters<typeof createRefundHandlers>[0];
type ReportEdge = Parameters<typeof createRefundReportHandlers>[0];

export const refund = {
  stores: (db: WritableDb): OwnStores => ({
    refunds: createRefundStore(db),
    refundLists: createRefundListStore(db),
    refundReports: createRefundReportStore(db),
  }),
  module: (stores: RefundStores & OwnStores) => createRefundSubject({ ...stores, rules: refundRules }),
  records: ({ stores }: { readonly stores: OwnStores }) => [createRefundRecords(stores)],
  handlers: (edge: RefundEdge & ReportEdge) => ({
    ...createRefundHandlers(edge),
    ...createRefundReportHandlers(edge),
  }),
} as const satisfies SubjectDomain;

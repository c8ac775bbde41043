import { createRefundHandlers } from '../../refunds/refund-handlers.ts';
import { createRefundRecords } from '../../refunds/refund-records.ts';
import { createRefundSubject, type RefundStores } from '../../refunds/refund-subject.ts';
import { refundRules } from '../../rules/refund/index.ts';
import type { WritableDb } from '../../store/connection.ts';
import { createRefundStore } from '../../store/refunds/refund-store.ts';
import type { SubjectDomain } from './subject-domain.ts';

type OwnStores = { readonly refunds: ReturnType<typeof createRefundStore> };

export const refund = {
  stores: (db: WritableDb): OwnStores => ({ refunds: createRefundStore(db) }),
  module: (stores: RefundStores & OwnStores) => createRefundSubject({ ...stores, rules: refundRules }),
  records: ({ stores }: { readonly stores: OwnStores }) => [createRefundRecords(stores)],
  handlers: createRefundHandlers,
} as const satisfies SubjectDomain;

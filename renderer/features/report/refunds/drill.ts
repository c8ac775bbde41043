import type { RefundDrill } from '../../../../shared/ipc/contract/refunds/refund-report-contract.ts';

/** A number that the agent wants to see the refunds behind, and what it is called. */
export type Drilled = { readonly drill: RefundDrill; readonly title: string };

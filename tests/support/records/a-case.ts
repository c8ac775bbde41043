import type { CaseId, OrderId } from '../../../shared/domain/ids.ts';
import type { AfterSalesCase } from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import type { CaseKindSpec } from '../../../shared/domain/shared-parts/case/kinds/case-kind-spec.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { PLACED_AT_MS } from './an-order.ts';

/** Goods are sent once more: asked of the warehouse, then told to the customer. */
export const RESHIP: CaseKindSpec = {
  label: '补发',
  fields: {},
  first: 'check',
  steps: {
    check: { label: '核对', next: ['warehouse', 'told'], defaultDueAfterMs: 2 * HOUR },
    warehouse: { label: '仓库确认', next: ['check', 'told'], waitingOn: 'warehouse', defaultDueAfterMs: DAY },
    told: { label: '已告知', next: [], tellsCustomer: true },
  },
  closing: { needsTold: true, evidence: [] },
};

/** A case that was opened just now, in the first step of `RESHIP`. */
export function aCase(overrides: Partial<AfterSalesCase> = {}): AfterSalesCase {
  return {
    id: 'case-1' as CaseId,
    shopId: null,
    kind: 'reship',
    title: '补发 T 恤',
    detail: null,
    priority: 'normal',
    channel: '旺旺',
    fields: {},
    links: [{ kind: 'order', id: 'order-1' as OrderId }],
    step: 'check',
    stepSinceMs: PLACED_AT_MS,
    stepDueAtMs: PLACED_AT_MS + 2 * HOUR,
    state: { kind: 'open' },
    toldAtMs: null,
    ownerId: null,
    openedById: null,
    openedAtMs: PLACED_AT_MS,
    updatedAtMs: PLACED_AT_MS,
    ...overrides,
  };
}

export const A_CLOSING = {
  cause: '仓库漏发',
  causeNote: null,
  satisfaction: 'satisfied',
  result: null,
  costFen: null,
} as const;

import type { AgentId, CaseId, ShopId } from '../../../shared/domain/ids.ts';
import {
  type AfterSalesCase,
  type CasePriority,
  type CaseState,
  type CaseStateKind,
  type Satisfaction,
  type WaitingOn,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { CaseFields } from '../../../shared/domain/shared-parts/case/case-field-values.ts';

export type CaseRow = {
  readonly id: CaseId;
  readonly shop_id: ShopId | null;
  readonly kind: string;
  readonly title: string;
  readonly detail: string | null;
  readonly priority: CasePriority;
  readonly channel: string;
  /** JSON. */
  readonly fields: string;
  readonly step: string;
  readonly step_since_ms: number;
  readonly step_due_at_ms: number | null;
  readonly state: CaseStateKind;
  readonly waiting_on: WaitingOn | null;
  readonly waiting_since_ms: number | null;
  readonly next_check_at_ms: number | null;
  readonly told_at_ms: number | null;
  readonly owner_id: AgentId | null;
  readonly opened_by_id: AgentId | null;
  readonly opened_at_ms: number;
  readonly cause: string | null;
  readonly cause_note: string | null;
  readonly satisfaction: Satisfaction | null;
  readonly result: string | null;
  readonly cost_fen: number | null;
  readonly closed_at_ms: number | null;
  readonly closed_by_id: AgentId | null;
  readonly updated_at_ms: number;
};

const NOT_WAITING = { waiting_on: null, waiting_since_ms: null, next_check_at_ms: null };
const NOT_CLOSED = {
  cause: null,
  cause_note: null,
  satisfaction: null,
  result: null,
  cost_fen: null,
  closed_at_ms: null,
  closed_by_id: null,
};

function stateColumns(state: CaseState) {
  if (state.kind === 'waiting') {
    const waiting = {
      waiting_on: state.on,
      waiting_since_ms: state.sinceMs,
      next_check_at_ms: state.nextCheckAtMs,
    };
    return { state: state.kind, ...waiting, ...NOT_CLOSED };
  }
  if (state.kind !== 'closed') return { state: state.kind, ...NOT_WAITING, ...NOT_CLOSED };
  const { cause, causeNote, satisfaction, result, costFen } = state.closing;
  return {
    state: state.kind,
    ...NOT_WAITING,
    cause,
    cause_note: causeNote,
    satisfaction,
    result,
    cost_fen: costFen,
    closed_at_ms: state.closedAtMs,
    closed_by_id: state.closedById,
  };
}

export function toCaseRow(openCase: AfterSalesCase): CaseRow {
  return {
    id: openCase.id,
    shop_id: openCase.shopId,
    kind: openCase.kind,
    title: openCase.title,
    detail: openCase.detail,
    priority: openCase.priority,
    channel: openCase.channel,
    fields: JSON.stringify(openCase.fields),
    step: openCase.step,
    step_since_ms: openCase.stepSinceMs,
    step_due_at_ms: openCase.stepDueAtMs,
    ...stateColumns(openCase.state),
    told_at_ms: openCase.toldAtMs,
    owner_id: openCase.ownerId,
    opened_by_id: openCase.openedById,
    opened_at_ms: openCase.openedAtMs,
    updated_at_ms: openCase.updatedAtMs,
  };
}

/** The table refuses a state without what belongs to it, so the empty values are never seen. */
function stateOf(row: CaseRow): CaseState {
  if (row.state === 'waiting') {
    return {
      kind: 'waiting',
      on: row.waiting_on ?? 'owner',
      sinceMs: row.waiting_since_ms ?? row.step_since_ms,
      nextCheckAtMs: row.next_check_at_ms ?? row.step_since_ms,
    };
  }
  if (row.state !== 'closed') return { kind: row.state };
  return {
    kind: 'closed',
    closing: {
      cause: row.cause ?? '',
      causeNote: row.cause_note,
      satisfaction: row.satisfaction ?? 'not-asked',
      result: row.result,
      costFen: row.cost_fen,
    },
    closedAtMs: row.closed_at_ms ?? row.updated_at_ms,
    closedById: row.closed_by_id,
  };
}

export function toCase(row: CaseRow, links: AfterSalesCase['links']): AfterSalesCase {
  return {
    id: row.id,
    shopId: row.shop_id,
    kind: row.kind,
    title: row.title,
    detail: row.detail,
    priority: row.priority,
    channel: row.channel,
    fields: CaseFields.parse(JSON.parse(row.fields)),
    links,
    step: row.step,
    stepSinceMs: row.step_since_ms,
    stepDueAtMs: row.step_due_at_ms,
    state: stateOf(row),
    toldAtMs: row.told_at_ms,
    ownerId: row.owner_id,
    openedById: row.opened_by_id,
    openedAtMs: row.opened_at_ms,
    updatedAtMs: row.updated_at_ms,
  };
}

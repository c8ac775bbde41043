import type {
  Concession,
  ConcessionOffer,
  ConcessionState,
} from '../../../shared/domain/chasing/concession.ts';
import type { AgentId, ConcessionId, OrderId } from '../../../shared/domain/ids.ts';

/** A row of `concessions`, for the stores only: nothing outside `store/` may see it. */
export type ConcessionRow = {
  // The brands and the unions are those that were checked when the row was written.
  readonly id: ConcessionId;
  readonly order_id: OrderId;
  readonly state: ConcessionState;
  readonly amount_fen: number | null;
  readonly extra: string | null;
  readonly agent_id: AgentId;
  readonly at_ms: number;
  readonly payable_before_fen: number | null;
  readonly asked_fen: number | null;
  readonly asked_reason: string | null;
  readonly answer_due_at_ms: number | null;
  readonly decided_by: AgentId | null;
  readonly decided_at_ms: number | null;
  readonly decision_note: string | null;
  readonly updated_at_ms: number;
};

export const CONCESSION_COLUMNS = [
  'id',
  'order_id',
  'state',
  'amount_fen',
  'extra',
  'agent_id',
  'at_ms',
  'payable_before_fen',
  'asked_fen',
  'asked_reason',
  'answer_due_at_ms',
  'decided_by',
  'decided_at_ms',
  'decision_note',
  'updated_at_ms',
] as const satisfies readonly (keyof ConcessionRow)[];

/** Of a JSON list of orders; of each order in the order in which they were written, whatever the clock said then. */
export const CONCESSIONS_OF_SQL = /* sql */ `
  SELECT c.* FROM json_each(?) AS wanted CROSS JOIN concessions c ON c.order_id = wanted.value
  ORDER BY c.rowid`;

function offerOf({ amount_fen: amountFen, extra }: ConcessionRow): ConcessionOffer {
  // The table holds exactly one of the two.
  return amountFen === null ? { kind: 'extra', text: extra ?? '' } : { kind: 'money', amountFen };
}

function requestOf(row: ConcessionRow): Concession['request'] {
  const { asked_fen: amountFen, asked_reason: reason, answer_due_at_ms: dueAtMs } = row;
  return amountFen === null || reason === null || dueAtMs === null ? null : { amountFen, reason, dueAtMs };
}

function decisionOf(row: ConcessionRow): Concession['decision'] {
  const { decided_by: agentId, decided_at_ms: atMs, decision_note: note } = row;
  return agentId === null || atMs === null ? null : { agentId, atMs, note };
}

export function toConcession(row: ConcessionRow): Concession {
  return {
    id: row.id,
    orderId: row.order_id,
    offer: offerOf(row),
    state: row.state,
    agentId: row.agent_id,
    atMs: row.at_ms,
    payableBeforeFen: row.payable_before_fen,
    request: requestOf(row),
    decision: decisionOf(row),
    updatedAtMs: row.updated_at_ms,
  };
}

function requestColumns(request: Concession['request']) {
  if (request === null) return { asked_fen: null, asked_reason: null, answer_due_at_ms: null };
  return { asked_fen: request.amountFen, asked_reason: request.reason, answer_due_at_ms: request.dueAtMs };
}

function decisionColumns(decision: Concession['decision']) {
  if (decision === null) return { decided_by: null, decided_at_ms: null, decision_note: null };
  return {
    decided_by: decision.agentId,
    decided_at_ms: decision.atMs,
    decision_note: decision.note,
  };
}

export function toConcessionRow({ offer, request, decision, ...concession }: Concession): ConcessionRow {
  return {
    id: concession.id,
    order_id: concession.orderId,
    state: concession.state,
    amount_fen: offer.kind === 'money' ? offer.amountFen : null,
    extra: offer.kind === 'extra' ? offer.text : null,
    agent_id: concession.agentId,
    at_ms: concession.atMs,
    payable_before_fen: concession.payableBeforeFen,
    ...requestColumns(request),
    ...decisionColumns(decision),
    updated_at_ms: concession.updatedAtMs,
  };
}

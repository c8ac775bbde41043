import type { AgentId, ScriptExampleId, ScriptId, ScriptProposalId } from '../../../shared/domain/ids.ts';
import type { ScriptContent } from '../../../shared/domain/scripts/script-learning/versions.ts';
import {
  type ProposalKind,
  type ProposalState,
  ScriptProposal,
} from '../../../shared/domain/scripts/script-proposal.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type ProposalRow = {
  readonly id: ScriptProposalId;
  readonly kind: ProposalKind;
  readonly script_id: ScriptId | null;
  readonly base: string | null;
  readonly draft: string | null;
  readonly reason: string;
  readonly example_id: ScriptExampleId | null;
  readonly agent_id: AgentId;
  readonly at_ms: number;
  readonly state: ProposalState;
  readonly decided_by: AgentId | null;
  readonly decided_at_ms: number | null;
  readonly decision_note: string | null;
};

type NamedRow = ProposalRow & {
  readonly agent_name: string;
  readonly decider_name: string | null;
  readonly example_note: string | null;
  readonly example_order_no: string | null;
};

/** With the names that a person reads. */
export type NamedProposal = ScriptProposal & {
  readonly agentName: string;
  readonly deciderName: string | null;
  readonly exampleNote: string | null;
  readonly exampleOrderNo: string | null;
};

export type ScriptProposalStore = ReturnType<typeof createScriptProposalStore>;

// Written by `save` from the same type.
const toContent = (text: string | null) => (text === null ? null : (JSON.parse(text) as ScriptContent));
const toText = (content: ScriptContent | null) => (content === null ? null : JSON.stringify(content));

function toProposal(row: ProposalRow): ScriptProposal {
  return {
    id: row.id,
    kind: row.kind,
    scriptId: row.script_id,
    base: toContent(row.base),
    draft: toContent(row.draft),
    reason: row.reason,
    exampleId: row.example_id,
    agentId: row.agent_id,
    atMs: row.at_ms,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAtMs: row.decided_at_ms,
    decisionNote: row.decision_note,
  };
}

function toNamed(row: NamedRow): NamedProposal {
  return {
    ...toProposal(row),
    agentName: row.agent_name,
    deciderName: row.decider_name,
    exampleNote: row.example_note,
    exampleOrderNo: row.example_order_no,
  };
}

const NAMED = /* sql */ `
  SELECT p.*, a.name AS agent_name, d.name AS decider_name, e.note AS example_note, o.no AS example_order_no
  FROM script_proposals p
  JOIN agents a ON a.id = p.agent_id
  LEFT JOIN agents d ON d.id = p.decided_by
  LEFT JOIN script_examples e ON e.id = p.example_id
  LEFT JOIN orders o ON o.id = e.order_id`;

/** Agents' proposals to change the library, and the answers. */
export function createScriptProposalStore(db: WritableDb) {
  const select = db.prepare<[string], ProposalRow>('SELECT * FROM script_proposals WHERE id = ?');
  const selectOpen = db.prepare<[], NamedRow>(`${NAMED} WHERE p.state = 'open' ORDER BY p.at_ms`);
  const selectOf = db.prepare<[string, number], NamedRow>(/* sql */ `
    ${NAMED} WHERE p.agent_id = ? AND p.state <> 'open' ORDER BY p.at_ms DESC LIMIT ?`);
  const selectAnswered = db.prepare<[number], NamedRow>(/* sql */ `
    ${NAMED} WHERE p.state IN ('accepted', 'rejected') ORDER BY p.decided_at_ms DESC LIMIT ?`);
  const countOpen = db
    .prepare<[], number>(`SELECT count(*) FROM script_proposals WHERE state = 'open'`)
    .pluck();
  const countUnread = db
    .prepare<[string], number>(/* sql */ `
      SELECT count(*) FROM script_proposals
      WHERE agent_id = ? AND state IN ('accepted', 'rejected') AND answer_seen_at_ms IS NULL`)
    .pluck();
  const markRead = db.prepare<[number, string]>(/* sql */ `
    UPDATE script_proposals SET answer_seen_at_ms = ?
    WHERE agent_id = ? AND state IN ('accepted', 'rejected') AND answer_seen_at_ms IS NULL`);
  // An answer that was taken back is news again when it comes.
  const upsert = db.prepare<[ProposalRow]>(/* sql */ `
    INSERT INTO script_proposals (id, kind, script_id, base, draft, reason, example_id, agent_id, at_ms, state, decided_by,
      decided_at_ms, decision_note)
    VALUES (@id, @kind, @script_id, @base, @draft, @reason, @example_id, @agent_id, @at_ms, @state, @decided_by,
      @decided_at_ms, @decision_note)
    ON CONFLICT (id) DO UPDATE SET script_id = excluded.script_id, state = excluded.state,
      decided_by = excluded.decided_by, decided_at_ms = excluded.decided_at_ms,
      decision_note = excluded.decision_note, answer_seen_at_ms = NULL`);

  const remove = db.prepare<[string]>('DELETE FROM script_proposals WHERE id = ?');

  function get(id: ScriptProposalId): ScriptProposal | undefined {
    const row = select.get(id);
    return row && toProposal(row);
  }

  function save(proposal: ScriptProposal): void {
    upsert.run({
      id: proposal.id,
      kind: proposal.kind,
      script_id: proposal.scriptId,
      base: toText(proposal.base),
      draft: toText(proposal.draft),
      reason: proposal.reason,
      example_id: proposal.exampleId,
      agent_id: proposal.agentId,
      at_ms: proposal.atMs,
      state: proposal.state,
      decided_by: proposal.decidedBy,
      decided_at_ms: proposal.decidedAtMs,
      decision_note: proposal.decisionNote,
    });
  }

  return {
    undoable: undoableTable({
      table: 'script_proposals',
      recorded: ScriptProposal,
      guarded: ['state'],
      get: (id) => get(id as ScriptProposalId),
      save,
      remove: (id) => void remove.run(id),
    }),
    get,
    /** The oldest first. */
    listOpen: (): NamedProposal[] => selectOpen.all().map(toNamed),
    listAnswered: (limit: number): NamedProposal[] => selectAnswered.all(limit).map(toNamed),
    listAnsweredOf: (agentId: AgentId, limit: number): NamedProposal[] =>
      selectOf.all(agentId, limit).map(toNamed),
    countOpen: (): number => countOpen.get() ?? 0,
    countUnread: (agentId: AgentId): number => countUnread.get(agentId) ?? 0,
    markRead: (agentId: AgentId, nowMs: EpochMs): void => void markRead.run(nowMs, agentId),
    save,
  };
}

import type { ActivityId, AgentId, ScriptId } from '../../../shared/domain/ids.ts';
import type {
  RecordedChange,
  ScriptChangeKind,
} from '../../../shared/domain/scripts/script-learning/versions.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { toActivityData } from '../activities/activity-row.ts';
import type { WritableDb } from '../connection.ts';

type ChangeRow = {
  readonly id: ActivityId;
  readonly at_ms: number;
  readonly kind: ScriptChangeKind;
  readonly subject_id: ScriptId;
  readonly agent_name: string | null;
  readonly data: string;
};

/** By others, since the agent last looked. */
type Looking = { readonly agentId: AgentId; readonly limit: number };

// SQLite uses the partial index for a query that names exactly these kinds.
const CHANGES = "('script-created', 'script-edited', 'script-archived', 'script-restored', 'undone')";

// Agents are not told of their own changes, nor of other agents' personal scripts. An agent who has never looked knows
// the library of the day on which they came.
const UNSEEN = /* sql */ `
  FROM agents me
  LEFT JOIN script_change_marks m ON m.agent_id = me.id
  CROSS JOIN activities a INDEXED BY activities_by_kind
    ON a.kind IN ${CHANGES} AND a.at_ms > coalesce(m.seen_at_ms, me.created_at_ms)
  CROSS JOIN scripts s ON s.id = a.subject_id AND (s.agent_id IS NULL OR s.agent_id = me.id)
  LEFT JOIN script_change_views v ON v.agent_id = me.id AND v.script_id = a.subject_id
  LEFT JOIN agents g ON g.id = a.agent_id
  WHERE me.id = @agentId AND a.agent_id IS NOT me.id AND a.at_ms > coalesce(v.seen_at_ms, 0)`;

function toChange({ id, at_ms, kind, agent_name, data }: ChangeRow): RecordedChange {
  return { id, atMs: at_ms, kind, agentName: agent_name, data: toActivityData(data) };
}

/** An undo of something else about a script, such as a proposal, has not changed the script. */
const isOfScript = ({ kind, data }: RecordedChange): boolean =>
  kind !== 'undone' || (data.changes ?? []).some(({ table }) => table === 'scripts');

/** K9: the changes of scripts, and which of them each agent has seen. */
export function createScriptChangeStore(db: WritableDb) {
  const selectOf = db.prepare<[string], ChangeRow>(/* sql */ `
    SELECT a.id, a.at_ms, a.kind, a.subject_id, g.name AS agent_name, a.data
    FROM activities a INDEXED BY activities_by_script_change LEFT JOIN agents g ON g.id = a.agent_id
    WHERE a.subject_id = ? AND a.kind IN ${CHANGES} ORDER BY a.at_ms DESC, a.id DESC`);
  const selectUnseenIds = db
    .prepare<[Pick<Looking, 'agentId'>], ScriptId>(`SELECT DISTINCT a.subject_id ${UNSEEN}`)
    .pluck();
  const selectUnseen = db.prepare<[Looking], ChangeRow>(/* sql */ `
    SELECT a.id, a.at_ms, a.kind, a.subject_id, g.name AS agent_name, a.data
    ${UNSEEN} ORDER BY a.at_ms DESC, a.id DESC LIMIT @limit`);
  const mark = db.prepare<[string, number]>(/* sql */ `
    INSERT INTO script_change_marks (agent_id, seen_at_ms) VALUES (?, ?)
    ON CONFLICT (agent_id) DO UPDATE SET seen_at_ms = excluded.seen_at_ms`);
  const clearViews = db.prepare<[string]>('DELETE FROM script_change_views WHERE agent_id = ?');
  const view = db.prepare<[string, string, number]>(/* sql */ `
    INSERT INTO script_change_views (agent_id, script_id, seen_at_ms) VALUES (?, ?, ?)
    ON CONFLICT (agent_id, script_id) DO UPDATE SET seen_at_ms = excluded.seen_at_ms`);

  return {
    /** The newest first. */
    changesOf: (id: ScriptId): RecordedChange[] => selectOf.all(id).map(toChange).filter(isOfScript),
    unseenIds: (agentId: AgentId): ScriptId[] => selectUnseenIds.all({ agentId }),
    /** The newest first, per script. */
    unseen(looking: Looking): Map<ScriptId, RecordedChange[]> {
      const byScript = Map.groupBy(selectUnseen.all(looking), (row) => row.subject_id);
      return new Map([...byScript].map(([id, rows]) => [id, rows.map(toChange).filter(isOfScript)]));
    },
    markAllSeen(agentId: AgentId, nowMs: EpochMs): void {
      mark.run(agentId, nowMs);
      clearViews.run(agentId);
    },
    markSeen: (agentId: AgentId, scriptId: ScriptId, nowMs: EpochMs): void =>
      void view.run(agentId, scriptId, nowMs),
  };
}

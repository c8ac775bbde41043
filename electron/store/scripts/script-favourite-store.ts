import type { AgentId, ScriptId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../connection.ts';

type IdRow = { readonly script_id: string };

/** So many of the newest uses are looked at, however many there are. */
const USES_LOOKED_AT = 500;

/** The scripts that an agent marked as favourite, and those the agent used not long ago. */
export function createScriptFavouriteStore(db: WritableDb) {
  const select = db.prepare<[string], IdRow>(
    'SELECT script_id FROM script_favourites WHERE agent_id = ? ORDER BY script_id',
  );
  const insert = db.prepare<[string, string]>(
    'INSERT INTO script_favourites (agent_id, script_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const remove = db.prepare<[string, string]>(
    'DELETE FROM script_favourites WHERE agent_id = ? AND script_id = ?',
  );
  const selectRecent = db.prepare<[string, number, number], IdRow>(/* sql */ `
    SELECT script_id FROM (
      SELECT script_id, at_ms FROM script_uses WHERE agent_id = ? ORDER BY at_ms DESC LIMIT ?)
    GROUP BY script_id ORDER BY max(at_ms) DESC LIMIT ?`);
  const idOf = ({ script_id }: IdRow) => script_id as ScriptId;

  return {
    listOf: (agentId: AgentId): ScriptId[] => select.all(agentId).map(idOf),
    add: (agentId: AgentId, id: ScriptId): void => void insert.run(agentId, id),
    remove: (agentId: AgentId, id: ScriptId): void => void remove.run(agentId, id),
    /** Last used first, each once. */
    recentlyUsedBy: (agentId: AgentId, limit: number): ScriptId[] =>
      selectRecent.all(agentId, USES_LOOKED_AT, limit).map(idOf),
  };
}

import type { AgentId } from '../../../shared/domain/ids.ts';
import { ANSWERS_KEPT } from '../../../shared/domain/scripts/script-answers.ts';
import type { WritableDb } from '../connection.ts';

type AnswerKey = { readonly agentId: AgentId; readonly field: string };

/** The answers of agents in the forms of scripts, the last few of each field. */
export function createScriptAnswerStore(db: WritableDb) {
  const select = db.prepare<[string, string], { answer: string }>(/* sql */ `
    SELECT answer FROM script_answers WHERE agent_id = ? AND field = ? ORDER BY used_at_ms DESC, answer`);
  const upsert = db.prepare<[string, string, string, number]>(/* sql */ `
    INSERT INTO script_answers (agent_id, field, answer, used_at_ms) VALUES (?, ?, ?, ?)
    ON CONFLICT (agent_id, field, answer) DO UPDATE SET used_at_ms = excluded.used_at_ms`);
  const remove = db.prepare<[string, string, string]>(
    'DELETE FROM script_answers WHERE agent_id = ? AND field = ? AND answer = ?',
  );

  const list = ({ agentId, field }: AnswerKey): string[] =>
    select.all(agentId, field).map(({ answer }) => answer);

  return {
    /** Newest first. */
    list,
    remember({ answer, ...key }: AnswerKey & { readonly answer: string }, nowMs: number): void {
      upsert.run(key.agentId, key.field, answer, nowMs);
      for (const old of list(key).slice(ANSWERS_KEPT)) remove.run(key.agentId, key.field, old);
    },
    forget: ({ agentId, field, answer }: AnswerKey & { readonly answer: string }): void =>
      void remove.run(agentId, field, answer),
  };
}

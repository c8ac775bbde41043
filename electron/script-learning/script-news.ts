import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import {
  contentBefore,
  contentOf,
  type RecordedChange,
} from '../../shared/domain/scripts/script-learning/versions.ts';
import type { ScriptNews } from '../../shared/ipc/contract/scripts/script-page-contract.ts';

/** An agent reads no more at once; the number says how many there are. */
const MOST_CHANGES = 500;

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly changes: {
    unseenIds(agentId: AgentId): ScriptId[];
    unseen(looking: { agentId: AgentId; limit: number }): Map<ScriptId, RecordedChange[]>;
  };
};

/** The scripts that others changed since the agent last looked, each once. */
export function createScriptNews({ scripts, changes }: Dependencies) {
  return (agentId: AgentId): { scriptIds: ScriptId[]; news: ScriptNews[] } => ({
    scriptIds: changes.unseenIds(agentId),
    news: [...changes.unseen({ agentId, limit: MOST_CHANGES })].flatMap(([id, ofScript]) => {
      const script = scripts.get(id);
      return script ? (newsOf(script, ofScript) ?? []) : [];
    }),
  });
}

/** `ofScript` has the newest change first. */
function newsOf(script: Script, ofScript: readonly RecordedChange[]): ScriptNews | undefined {
  const [last] = ofScript;
  if (!last) return undefined;
  const isNew = ofScript.some(({ kind }) => kind === 'script-created');
  const before = isNew ? null : ofScript.reduce(contentBefore, contentOf(script));
  const { agentName, atMs } = last;
  return { script, kind: kindOf(script, last, isNew), agentName, atMs, count: ofScript.length, before };
}

function kindOf(script: Script, last: RecordedChange, isNew: boolean): ScriptNews['kind'] {
  if (script.archivedAtMs !== null) return 'script-archived';
  if (isNew) return 'script-created';
  return last.kind === 'script-archived' ? 'script-edited' : last.kind;
}

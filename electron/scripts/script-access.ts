import type { Agent } from '../../shared/domain/agent.ts';
import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script, ScriptScope } from '../../shared/domain/script.ts';
import { isVisibleTo } from '../../shared/domain/script-scope.ts';
import { AppError } from '../../shared/errors.ts';

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly agent: () => Pick<Agent, 'id'> | null;
};

/** What the agent who is signed in may lay hands on. */
export function createScriptAccess({ scripts, agent }: Dependencies) {
  return {
    agentId: (): AgentId | null => agent()?.id ?? null,
    /** A personal script of somebody else is answered as one that does not exist. */
    requireVisible(ids: readonly ScriptId[]): void {
      const agentId = agent()?.id ?? null;
      for (const id of ids) {
        const script = scripts.get(id);
        if (!script || !isVisibleTo(script.scope, agentId)) throw new AppError('not-found', '该话术已不存在');
      }
    },
    requireOwn(scope: ScriptScope): void {
      if (!isVisibleTo(scope, agent()?.id ?? null))
        throw new AppError('invalid-input', '个人话术只能保存给自己');
    },
  };
}

export type ScriptAccess = ReturnType<typeof createScriptAccess>;

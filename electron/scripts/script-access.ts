import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import { FOR_ALL, type Script, type ScriptScope } from '../../shared/domain/scripts/script.ts';
import { isVisibleTo, ownerOf } from '../../shared/domain/scripts/script-scope.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly agent: () => Pick<Agent, 'id'> | null;
  /** Whether the agent may change scripts of the scope without a lead. */
  readonly mayChange: (scope: ScriptScope) => boolean;
};

/** The scripts that the agent who is signed in may read and change. */
export function createScriptAccess({ scripts, agent, mayChange }: Dependencies) {
  /** A personal script of somebody else is answered as one that does not exist. */
  function visible(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script || !isVisibleTo(script.scope, agent()?.id ?? null)) {
      throw new AppError('not-found', '该话术已不存在');
    }
    return script;
  }

  function requireNoApproval(scope: ScriptScope): void {
    if (!mayChange(scope)) throw new AppError('invalid-input', '话术修改需主管审批，请提交建议');
  }

  return {
    agentId: (): AgentId | null => agent()?.id ?? null,
    requireVisible(ids: readonly ScriptId[]): void {
      for (const id of ids) visible(id);
    },
    requireChangeable(ids: readonly ScriptId[]): void {
      // An agent may mark a thousand scripts, but they have a handful of owners.
      const scopes = new Map(ids.map((id) => visible(id).scope).map((scope) => [ownerOf(scope), scope]));
      for (const scope of scopes.values()) requireNoApproval(scope);
    },
    /** Groups are there for all agents, whatever scripts they hold. */
    requireGroupsChangeable(): void {
      if (!mayChange(FOR_ALL)) throw new AppError('invalid-input', '分组由主管调整');
    },
    /** Refuses a scope that the agent may not write scripts for. */
    requireWritable(scope: ScriptScope): void {
      if (!isVisibleTo(scope, agent()?.id ?? null))
        throw new AppError('invalid-input', '个人话术只能保存给自己');
      requireNoApproval(scope);
    },
  };
}

export type ScriptAccess = ReturnType<typeof createScriptAccess>;

import type { AgentId } from '../../shared/domain/ids.ts';
import { type Agent, leads } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';
import type { UndoHooks } from '../store/undoable-table.ts';

type Team = {
  list(): readonly Agent[];
  get(id: AgentId): Agent | undefined;
  findByName(name: string): Agent | undefined;
};

export type TeamRights = ReturnType<typeof createTeamRights>;

/** Says whom an agent may edit, and refuses the rest. */
export function createTeamRights(agents: Team) {
  /** For changes that agents must not make for themselves; on a workstation without a lead any agent may. */
  function requireLeadIfAny(by: AgentId | null): void {
    const team = agents.list().filter(({ isArchived }) => !isArchived);
    const own = team.find(({ id }) => id === by);
    if (!leads(own?.role) && team.some(({ role }) => leads(role)))
      throw new AppError('invalid-input', '须由主管或经理操作');
  }

  function requireFreeName(name: string, id: AgentId | null): void {
    const namesake = agents.findByName(name);
    if (namesake && namesake.id !== id) throw new AppError('conflict', `已有名为「${name}」的客服`);
  }

  return {
    requireLeadIfAny,
    requireFreeName,
    /** R10: agents cannot make themselves leads, nor take a lead's PIN away. */
    requireMayEdit({ id, name, role, isArchived }: Omit<Agent, 'hasPin'>, by: AgentId | null): void {
      if (id !== by || role !== agents.get(id)?.role) requireLeadIfAny(by);
      requireFreeName(name, id);
      if (isArchived && id === by) throw new AppError('conflict', '不能停用当前登录的客服');
    },
  };
}

/** To give a role or a name back needs the right to give it. */
export function createAgentUndoHooks(
  agents: Pick<Team, 'get'>,
  rights: Pick<TeamRights, 'requireMayEdit'>,
): UndoHooks {
  return {
    table: 'agents',
    before(id, fields, actor) {
      // The id is that of an agent, as the table says.
      const agent = agents.get(id as AgentId);
      if (agent) rights.requireMayEdit({ ...agent, ...fields }, actor.agentId);
    },
  };
}

import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ActivityKind } from '../../shared/domain/activities/activity-kinds.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import type { Agent, NewAgent } from '../../shared/domain/team/agent.ts';
import { requireAgent } from '../../shared/domain/team/require-team.ts';
import type { SavedAgent } from '../../shared/ipc/contract/program/session-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act } from '../kernel/activities/act.ts';
import type { InTransaction } from '../store/connection.ts';
import type { AgentStore } from '../store/team/agent-store.ts';
import { hashPin } from './pin.ts';
import type { TeamRights } from './team-rights.ts';

type AgentFacts = Omit<Agent, 'hasPin'>;

type Dependencies = {
  readonly agents: AgentStore;
  readonly rights: TeamRights;
  readonly act: Act;
  readonly inTransaction: InTransaction;
  readonly newId: (nowMs: EpochMs) => string;
};

/** Adds and edits the agents of the team. The record says that an agent has a PIN, never which. */
export function createEditAgents({ agents, rights, act, inTransaction, newId }: Dependencies) {
  const about = ({ id, name }: AgentFacts) => ({
    subject: { kind: 'agent', id } as const,
    data: { text: name },
    rows: [{ table: 'agents', id }],
  });

  function changePin(agent: Agent, pin: string | null, actor: Actor): void {
    if (pin === null && !agent.hasPin) return;
    act(actor, () => ({
      ...about(agent),
      kind: pinKind(agent, pin),
      write: () => agents.setPinHash(agent.id, pin === null ? null : hashPin(pin)),
      message: '',
    }));
  }

  function changeFacts(before: Agent, after: AgentFacts, actor: Actor): Recorded | null {
    const isSame =
      before.name === after.name && before.role === after.role && before.isArchived === after.isArchived;
    if (isSame) return null;
    const { kind, verb } = editOf(before, after);
    return act(actor, () => ({
      ...about(after),
      kind,
      write: () => agents.save(after),
      message: `${verb}「${after.name}」`,
    }));
  }

  return {
    add({ name, role, pin }: NewAgent, actor: Actor): Agent {
      const agent = { id: newId(actor.nowMs) as AgentId, name, role, isArchived: false };
      act(actor, () => {
        if (role !== 'agent') rights.requireLeadIfAny(actor.agentId);
        rights.requireFreeName(name, null);
        return {
          ...about(agent),
          kind: 'agent-added',
          write: () => agents.add(agent, pin === null ? null : hashPin(pin), actor.nowMs),
          message: `已添加「${name}」`,
        };
      });
      return { ...agent, hasPin: pin !== null };
    },

    /** `pin` left out keeps the PIN, `null` removes it. */
    update: (after: AgentFacts, pin: string | null | undefined, actor: Actor): SavedAgent =>
      inTransaction(() => {
        const before = requireAgent(agents, after.id);
        rights.requireMayEdit(after, actor.agentId);
        if (pin !== undefined) changePin(before, pin, actor);
        const recorded = changeFacts(before, after, actor);
        return {
          activityId: recorded?.activityId ?? null,
          message: recorded?.message ?? `已保存「${after.name}」`,
        };
      }),
  };
}

function pinKind({ hasPin }: Agent, pin: string | null): ActivityKind {
  if (pin === null) return 'pin-removed';
  return hasPin ? 'pin-changed' : 'pin-set';
}

function editOf(before: Agent, after: AgentFacts): { readonly kind: ActivityKind; readonly verb: string } {
  if (before.isArchived === after.isArchived) return { kind: 'agent-edited', verb: '已保存' };
  return after.isArchived
    ? { kind: 'agent-archived', verb: '已停用' }
    : { kind: 'agent-restored', verb: '已恢复' };
}

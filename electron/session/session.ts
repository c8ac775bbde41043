import type { Actor } from '../../shared/domain/activities/acting.ts';
import { AgentId } from '../../shared/domain/ids.ts';
import { type Agent, leads, type NewAgent } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';
import type { SavedAgent } from '../../shared/ipc/contract/program/session-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { Act } from '../kernel/activities/act.ts';
import type { InTransaction } from '../store/connection.ts';
import type { AgentStore } from '../store/team/agent-store.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';
import { createEditAgents } from './edit-agents.ts';
import { isPinCorrect } from './pin.ts';
import { createTeamRights } from './team-rights.ts';

const LAST_AGENT = 'lastAgentId';
/** After this many wrong PINs in a row an agent waits a minute; a four-digit PIN is not to be guessed by trying. */
const WRONG_PINS_ALLOWED = 5;

type Dependencies = {
  readonly agents: AgentStore;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly newId: (nowMs: number) => string;
  readonly act: Act;
  readonly inTransaction: InTransaction;
};

export type Session = ReturnType<typeof createSession>;

/** The agents of this workstation, and the one who is signed in. */
export function createSession(dependencies: Dependencies) {
  const { agents, settings, clock } = dependencies;
  const rights = createTeamRights(agents);
  let currentAgentId: AgentId | null = null;
  const wrongPins = new Map<AgentId, { count: number; lockedUntilElapsedMs: number }>();
  const team = createEditAgents({ ...dependencies, rights });

  function existing(id: AgentId): Agent {
    const agent = agents.get(id);
    if (!agent || agent.isArchived) throw new AppError('not-found', '该客服已不存在');
    return agent;
  }

  function checkPin(agent: Agent, pin: string | null): void {
    const hash = agents.pinHash(agent.id);
    if (hash === null) return;
    const tries = wrongPins.get(agent.id) ?? { count: 0, lockedUntilElapsedMs: 0 };
    // A minute is a minute, however the time of day is set in between.
    if (tries.lockedUntilElapsedMs > clock.elapsed())
      throw new AppError('invalid-input', 'PIN 多次错误，请 1 分钟后再试');
    if (pin !== null && isPinCorrect(pin, hash)) {
      wrongPins.delete(agent.id);
      return;
    }
    const count = tries.count + 1;
    const isLocked = count >= WRONG_PINS_ALLOWED;
    wrongPins.set(agent.id, {
      count: isLocked ? 0 : count,
      lockedUntilElapsedMs: isLocked ? clock.elapsed() + MINUTE : 0,
    });
    throw new AppError('invalid-input', 'PIN 不正确');
  }

  /** The agent who is signed in acts now; without one, the app itself. */
  const actor = (): Actor => ({ agentId: currentAgentId, nowMs: clock.now() });

  return {
    actor,
    currentAgentId: () => currentAgentId,
    lastAgentId: () => settings.read(LAST_AGENT, AgentId) ?? null,

    /** The agent who is signed in; refuses if there is none. */
    requireAgentId(): AgentId {
      if (currentAgentId === null) throw new AppError('invalid-input', '请先登录');
      return currentAgentId;
    },

    /** For changes that concern the whole PC. */
    requireLead(): void {
      const role = currentAgentId === null ? undefined : agents.get(currentAgentId)?.role;
      if (!leads(role)) throw new AppError('invalid-input', '须由主管或经理操作');
    },

    /** For changes that agents must not make for themselves; on a workstation without a lead any agent may. */
    requireLeadIfAny: (): void => rights.requireLeadIfAny(currentAgentId),

    signIn(id: AgentId, pin: string | null): Agent {
      const agent = existing(id);
      checkPin(agent, pin);
      settings.write(LAST_AGENT, id);
      currentAgentId = id;
      return agent;
    },

    /** The agent who is signed in puts their PIN below something, if they have one. */
    sign(pin: string | null): void {
      if (currentAgentId !== null) checkPin(existing(currentAgentId), pin);
    },

    lock(): void {
      currentAgentId = null;
    },

    addAgent: (agent: NewAgent): Agent => team.add(agent, actor()),
    /** `pin` left out keeps the PIN, `null` removes it. */
    updateAgent: (after: Omit<Agent, 'hasPin'>, pin: string | null | undefined): SavedAgent =>
      team.update(after, pin, actor()),
  };
}

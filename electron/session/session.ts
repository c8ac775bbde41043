import { type Agent, AgentRole, leads, type NewAgent } from '../../shared/domain/agent.ts';
import { AgentId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { InTransaction } from '../store/connection.ts';
import type { AgentStore } from '../store/team/agent-store.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';
import { hashPin, isPinCorrect } from './pin.ts';

const LAST_AGENT = 'lastAgentId';
/** After this many wrong PINs in a row an agent waits a minute; a four-digit PIN is not to be guessed by trying. */
const WRONG_PINS_ALLOWED = 5;

type Dependencies = {
  readonly agents: AgentStore;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly newId: (nowMs: number) => string;
  readonly inTransaction: InTransaction;
};

export type Session = ReturnType<typeof createSession>;

/** The agents of this workstation, and the one who is signed in. */
export function createSession({ agents, settings, clock, newId, inTransaction }: Dependencies) {
  let currentAgentId: AgentId | null = null;
  const wrongPins = new Map<AgentId, { count: number; lockedUntilMs: number }>();

  function existing(id: AgentId): Agent {
    const agent = agents.get(id);
    if (!agent || agent.isArchived) throw new AppError('not-found', '该客服已不存在');
    return agent;
  }

  function checkPin(agent: Agent, pin: string | null): void {
    const hash = agents.pinHash(agent.id);
    if (hash === null) return;
    const tries = wrongPins.get(agent.id) ?? { count: 0, lockedUntilMs: 0 };
    if (tries.lockedUntilMs > clock.now())
      throw new AppError('invalid-input', 'PIN 多次错误，请 1 分钟后再试');
    if (pin !== null && isPinCorrect(pin, hash)) {
      wrongPins.delete(agent.id);
      return;
    }
    const count = tries.count + 1;
    const isLocked = count >= WRONG_PINS_ALLOWED;
    wrongPins.set(agent.id, {
      count: isLocked ? 0 : count,
      lockedUntilMs: isLocked ? clock.now() + MINUTE : 0,
    });
    throw new AppError('invalid-input', 'PIN 不正确');
  }

  function refuseTakenName(name: string, id: AgentId | null): void {
    const namesake = agents.findByName(name);
    if (namesake && namesake.id !== id) throw new AppError('conflict', `已有名为「${name}」的客服`);
  }

  return {
    currentAgentId: () => currentAgentId,
    roleOf: (id: AgentId) => agents.get(id)?.role,
    lastAgentId: () => settings.read(LAST_AGENT, AgentId) ?? null,

    /** The agent who is signed in; refuses if there is none. */
    requireAgentId(): AgentId {
      if (currentAgentId === null) throw new AppError('invalid-input', '请先登录');
      return currentAgentId;
    },

    /** For what concerns the whole PC. */
    requireLead(): void {
      const role = currentAgentId === null ? undefined : agents.get(currentAgentId)?.role;
      if (!leads(role)) throw new AppError('invalid-input', '须由主管或经理操作');
    },

    /** For changes that agents must not make for themselves; on a workstation without a lead any agent may. */
    requireLeadIfAny(): void {
      const team = agents.list().filter(({ isArchived }) => !isArchived);
      const own = team.find(({ id }) => id === currentAgentId);
      if (!leads(own?.role) && team.some(({ role }) => leads(role)))
        throw new AppError('invalid-input', '须由主管或经理操作');
    },

    signIn(id: AgentId, pin: string | null): Agent {
      const agent = existing(id);
      checkPin(agent, pin);
      currentAgentId = id;
      settings.write(LAST_AGENT, id);
      return agent;
    },

    lock(): void {
      currentAgentId = null;
    },

    addAgent({ name, role, pin }: NewAgent): Agent {
      refuseTakenName(name, null);
      const nowMs = clock.now();
      const agent = { id: newId(nowMs) as AgentId, name, role: AgentRole.parse(role), isArchived: false };
      agents.add(agent, pin === null ? null : hashPin(pin), nowMs);
      return { ...agent, hasPin: pin !== null };
    },

    /** `pin` left out keeps the PIN, `null` removes it. */
    updateAgent(changed: Omit<Agent, 'hasPin'>, pin: string | null | undefined): Agent {
      refuseTakenName(changed.name, changed.id);
      if (changed.isArchived && changed.id === currentAgentId) {
        throw new AppError('conflict', '不能停用当前登录的客服');
      }
      return inTransaction(() => {
        if (!agents.get(changed.id)) throw new AppError('not-found', '该客服已不存在');
        agents.save(changed);
        if (pin !== undefined) agents.setPinHash(changed.id, pin === null ? null : hashPin(pin));
        return { ...changed, hasPin: agents.pinHash(changed.id) !== null };
      });
    },
  };
}

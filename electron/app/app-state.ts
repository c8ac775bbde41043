import type { AgentId } from '../../shared/domain/ids.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { AppState } from '../../shared/ipc/contract/program/session-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { AppPreferences } from './app-preferences.ts';

type Dependencies = {
  readonly version: string;
  readonly shops: { list(): Shop[] };
  readonly agents: { list(): Agent[] };
  readonly session: { currentAgentId(): AgentId | null; lastAgentId(): AgentId | null };
  readonly preferences: Pick<AppPreferences, 'current' | 'doNotDisturbUntilMs'>;
  readonly isHotkeyRefused: () => boolean;
  readonly clock: Clock;
  readonly isClockDoubtful: () => boolean;
};

/** Every window is drawn by this: the shops and the team, the agent who works now, the settings of the PC. */
export function createAppState(dependencies: Dependencies) {
  const { version, shops, agents, session, preferences, isHotkeyRefused, clock } = dependencies;
  return (): AppState => {
    const [allShops, team] = [shops.list(), agents.list()];
    return {
      version,
      isFirstRun: allShops.length === 0 || team.length === 0,
      shops: allShops,
      agents: team,
      currentAgentId: session.currentAgentId(),
      lastAgentId: session.lastAgentId(),
      settings: preferences.current(),
      doNotDisturbUntilMs: preferences.doNotDisturbUntilMs(),
      isHotkeyRefused: isHotkeyRefused(),
      nowMs: clock.now(),
      isClockDoubtful: dependencies.isClockDoubtful(),
    };
  };
}

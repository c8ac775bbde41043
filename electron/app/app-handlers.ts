import type { AgentId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { AppState, FirstRun } from '../../shared/ipc/contract/session-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';

type Dependencies = {
  readonly appState: () => AppState;
  /** Shop, agent and sample in one transaction. */
  readonly setUp: (firstRun: FirstRun) => AgentId;
  readonly signIn: (agentId: AgentId, pin: string | null) => void;
  readonly testReminder: () => { isSupported: boolean };
  readonly pauseReminders: (untilMs: number | null) => void;
  readonly changed: () => void;
};

export function createAppHandlers(dependencies: Dependencies) {
  const { appState, setUp, signIn, testReminder, pauseReminders, changed } = dependencies;

  return {
    'app.state': () => appState(),
    'app.completeFirstRun': (firstRun) => {
      if (!appState().isFirstRun) throw new AppError('conflict', '小二工作台已经设置过');
      signIn(setUp(firstRun), firstRun.agent.pin ?? null);
      changed();
      return appState();
    },
    'reminders.test': () => testReminder(),
    'reminders.pauseUntil': ({ untilMs }) => {
      pauseReminders(untilMs);
      changed();
    },
  } satisfies Partial<Handlers>;
}

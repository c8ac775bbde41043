import type { AgentId } from '../../shared/domain/ids.ts';
import type { Agent, NewAgent } from '../../shared/domain/team/agent.ts';
import type { NewShop } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { AppState, FirstRun } from '../../shared/ipc/contract/program/session-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { InTransaction } from '../store/connection.ts';
import type { AppPreferences } from './app-preferences.ts';

type Dependencies = {
  readonly appState: () => AppState;
  readonly shops: { add(shop: NewShop): unknown };
  readonly sample: { install(): unknown };
  readonly session: {
    addAgent(agent: NewAgent): Agent;
    signIn(agentId: AgentId, pin: string | null): unknown;
  };
  readonly inTransaction: InTransaction;
  readonly preferences: Pick<AppPreferences, 'pauseUntil'>;
  readonly testReminder: () => { isSupported: boolean };
  readonly now: () => EpochMs;
  readonly confirmClock: () => void;
  readonly everythingChanged: () => void;
};

export function createAppHandlers(dependencies: Dependencies) {
  const { appState, shops, sample, session, inTransaction } = dependencies;
  const { preferences, testReminder, everythingChanged, now } = dependencies;

  const setUp = ({ shop, agent, withSample }: FirstRun): AgentId =>
    inTransaction(() => {
      shops.add(shop);
      if (withSample) sample.install();
      // The agent who sets the workstation up answers for it.
      return session.addAgent({ ...agent, role: 'manager', pin: agent.pin }).id;
    });

  return {
    'app.state': () => appState(),
    'app.completeFirstRun': (firstRun) => {
      if (!appState().isFirstRun) throw new AppError('conflict', '小二工作台已经设置过');
      session.signIn(setUp(firstRun), firstRun.agent.pin ?? null);
      everythingChanged();
      return appState();
    },
    'reminders.test': () => testReminder(),
    'reminders.pauseUntil': ({ untilMs }) => {
      preferences.pauseUntil(untilMs, now());
      everythingChanged();
    },
    'reminders.confirmClock': () => {
      dependencies.confirmClock();
    },
  } satisfies Partial<Handlers>;
}

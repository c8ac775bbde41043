import { createConcessionHandlers } from '../../electron/concessions/concession-handlers.ts';
import { createConcessions } from '../../electron/concessions/create-concessions.ts';
import type { Concession } from '../../shared/domain/concession.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { ActivityId } from '../../shared/domain/ids.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../shared/domain/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { FakeWorld } from './fake-world.ts';

/** The real bargaining on the fake world: it needs no store. */
export function fakeConcessionHandlers(world: FakeWorld) {
  const concessions = createConcessions({
    inTransaction: (work) => work(),
    concessions: {
      get: (id) => world.concessions.find((one) => one.id === id),
      listOf: (orderId) => world.concessions.filter((one) => one.orderId === orderId),
      save(concession: Concession) {
        const index = world.concessions.findIndex(({ id }) => id === concession.id);
        if (index === -1) world.concessions.push(concession);
        else world.concessions[index] = concession;
      },
    },
    orders: { get: (id) => world.orders.find((order) => order.id === id) },
    agents: { get: (id) => world.agents.find((agent) => agent.id === id) },
    tasks: { listForSubject: () => [], complete: () => undefined },
    activities: {
      append(activity) {
        const appended = { ...activity, id: ActivityId.parse(`activity-${world.activities.length + 1}`) };
        world.activities.push(appended);
        return appended;
      },
    },
    settingsOf: () => DEFAULT_SHOP_SETTINGS.concession,
    refreshTasks: () => ({ inserted: 0, moved: 0, cancelled: 0 }),
    newId: () => `concession-${world.concessions.length + 1}`,
  });

  function requireAgentId(): AgentId {
    if (world.currentAgentId === null) throw new AppError('invalid-input', '请先登录');
    return world.currentAgentId;
  }

  return createConcessionHandlers({
    concessions,
    orderIdOf: (id) => world.concessions.find((one) => one.id === id)?.orderId ?? null,
    requireAgentId,
    currentAgentId: () => world.currentAgentId,
    clock: { now: world.now, runAt: () => () => undefined },
    changed: () => undefined,
  });
}

import { createProveByImport } from '../../../electron/chasing/prove-by-import.ts';
import { createCore } from '../../../electron/core.ts';
import { createJudgeClaims } from '../../../electron/kernel/claims/judge-claims.ts';
import { createSettleUses } from '../../../electron/script-learning/settle-uses.ts';
import type { ChaseSettings } from '../../../shared/domain/chasing/chase-settings.ts';
import type { ImportRunId, OrderId, TaskId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { claimSpec } from '../../../shared/domain/tasks/claim.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createMemoryStore, insertAgent, insertOrder, insertShop } from '../memory-store.ts';
import { PLACED_AT_MS } from './an-order.ts';

type Options = { readonly nowMs?: number; readonly chase?: ChaseSettings };

/** `'first'`, or `'agreed:1781'` where a step can come more than once. */
const nameOf = ({ step, occurrence }: Task) => (occurrence === '' ? step : `${step}:${occurrence}`);

/** The core on a store in memory, with one shop, one agent and a clock that stands still. */
export function aWorkstation({ nowMs = PLACED_AT_MS, chase = DEFAULT_SHOP_SETTINGS.chase }: Options = {}) {
  const { db } = createMemoryStore();
  const clock = createFakeClock(nowMs);
  const shop = insertShop(db, { settings: { ...DEFAULT_SHOP_SETTINGS, chase } });
  const agent = insertAgent(db);
  const core = createCore({ db, clock });
  const { inTransaction } = core;
  const { orders, tasks, activities, disputes, orderSubjects: subjects, scriptUses: uses } = core.stores;
  const { act, chasing, taskActions, editCustomer, addNote, undoActivity, refreshTasks } = core;
  // The core proves by the files that it imports; here an order comes without one.
  const settleUses = createSettleUses({ uses });
  const proveByImport = createProveByImport({ activities, chaseSettingsOf: () => chase, settleUses });
  const judgeClaims = createJudgeClaims({ specOf: claimSpec, claims: core.stores.claims, activities });

  function existing(id: OrderId): Order {
    const order = orders.get(id);
    if (!order) throw new Error(`No such order: ${id}`);
    return order;
  }

  return {
    db,
    inTransaction,
    clock,
    shop,
    agent,
    orders,
    tasks,
    activities,
    disputes,
    claims: core.stores.claims,
    subjects,
    uses,
    settleUses,
    refreshTasks,
    act,
    customers: core.stores.customers,
    editCustomer,
    chasing,
    taskActions,
    addNote,
    undoActivity,
    lookUpOccasion: core.scripts.lookUp,
    /** The agent who acts, now. */
    actor: () => ({ agentId: agent.id, nowMs: clock.now() }),

    /** An import brings the order, new or changed, in a run of its own. */
    importOrder(overrides: Partial<Order> = {}): Order {
      return inTransaction(() => {
        const before = orders.get(overrides.id ?? ('order-1' as OrderId));
        const after = insertOrder(db, { ...before, ...overrides });
        const importRunId = `run-${clock.now()}` as ImportRunId;
        const shown = { before, after, importRunId, atMs: clock.now() };
        if (before) {
          proveByImport({ ...shown, before });
          judgeClaims({ ...shown, subject: { kind: 'order', id: after.id } });
        }
        refreshTasks([{ kind: 'order', id: after.id }], clock.now());
        return existing(after.id);
      });
    },

    /** `'first open 06-10 10:15'` would hide the day; tests compare step and state. */
    statesOf: (id = 'order-1' as OrderId): Record<string, Task['state']> =>
      Object.fromEntries(
        tasks.listForSubject({ kind: 'order', id }).map((task) => [nameOf(task), task.state]),
      ),

    taskOf(step: string, id = 'order-1' as OrderId): Task {
      const task = tasks.listForSubject({ kind: 'order', id }).find((one) => nameOf(one) === step);
      if (!task) throw new Error(`No task for the step ${step}`);
      return task;
    },

    /** The agent sends the message of the step and says so. */
    chase(step: string, request: { readonly id?: OrderId } = {}) {
      const taskId: TaskId = this.taskOf(step, request.id).id;
      return taskActions.completeTask({ taskId }, this.actor());
    },

    kindsOf: (id = 'order-1' as OrderId): string[] =>
      activities.listOf({ kind: 'order', id }).map((activity) => activity.kind),
  };
}

export type Workstation = ReturnType<typeof aWorkstation>;

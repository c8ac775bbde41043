import { createConcessions } from '../../../electron/concessions/create-concessions.ts';
import { createConcessionStore } from '../../../electron/store/chasing/concession-store.ts';
import { newId } from '../../../electron/store/identity.ts';
import { createAgentStore } from '../../../electron/store/team/agent-store.ts';
import type { ConcessionSettings } from '../../../shared/domain/chasing/concession.ts';
import type { ActivityId, AgentId, OrderId } from '../../../shared/domain/ids.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { insertAgent } from '../../support/memory-store.ts';
import { aWorkstation } from '../../support/records/a-workstation.ts';

export const ORDER = 'order-1' as OrderId;
const LEAD = 'lead-1' as AgentId;
const money = (yuan: number) => ({ kind: 'money', amountFen: yuan * 100 }) as const;

/** Every step of the shop is small enough for the order. */
const ALL_STEPS = { ...DEFAULT_SHOP_SETTINGS.concession, limitPercent: 100 };

/** A customer who bargains over an unpaid order of 88 yuan, an agent and a lead. */
export function aBargaining(settings: ConcessionSettings = ALL_STEPS) {
  const desk = aWorkstation();
  insertAgent(desk.db, { id: LEAD, name: '亦安', role: 'lead' });
  desk.importOrder();
  const { act, orders, tasks, agent, clock } = desk;
  const store = createConcessionStore(desk.db);
  const concessions = createConcessions({
    act,
    concessions: store,
    orders,
    agents: createAgentStore(desk.db),
    tasks,
    settingsOf: () => settings,
    bargainOf: () => ({ platform: 'taobao', grade: null }),
    newId,
  });
  const as = (agentId: AgentId) => {
    // Each act is a moment later, as with people.
    clock.advanceBy(1000);
    return { agentId, nowMs: clock.now() };
  };

  function last() {
    const made = store.listOf(ORDER).at(-1);
    if (!made) throw new Error('Nothing was conceded');
    return made;
  }

  return {
    desk,
    last,
    all: () => store.listOf(ORDER),
    offer: (yuan: number, who = agent.id): Recorded =>
      concessions.offer({ orderId: ORDER, offer: money(yuan) }, as(who)),
    offerExtra: (text: string): Recorded =>
      concessions.offer({ orderId: ORDER, offer: { kind: 'extra', text } }, as(agent.id)),
    accept: () => concessions.settle({ id: last().id, isAccepted: true }, as(agent.id)),
    refuse: () => concessions.settle({ id: last().id, isAccepted: false }, as(agent.id)),
    ask: (yuan: number, reason = '老客，一次买 5 件') =>
      concessions.ask({ orderId: ORDER, amountFen: yuan * 100, reason }, as(agent.id)),
    grant: (yuan: number, note: string | null = null, who = LEAD) =>
      concessions.decide({ id: last().id, answer: { kind: 'grant', amountFen: yuan * 100 }, note }, as(who)),
    deny: (note: string | null = null, who = LEAD) =>
      concessions.decide({ id: last().id, answer: { kind: 'deny' }, note }, as(who)),
    undo: (activityId: ActivityId, who = agent.id) => desk.undoActivity(activityId, as(who)),
    /** Every step within the agent's limit was offered and refused. */
    useUpSteps() {
      for (const yuan of [3, 5, 10, 20]) {
        this.offer(yuan);
        this.refuse();
      }
    },
    view: (who = agent.id) => concessions.view(ORDER, who),
    taskOf: (step: string) =>
      tasks
        .listForSubject({ kind: 'order', id: ORDER })
        .find((task) => task.kind === 'concession' && task.step === step),
    lead: LEAD,
    agent: agent.id,
  };
}

export type Bargaining = ReturnType<typeof aBargaining>;

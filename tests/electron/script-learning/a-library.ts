import { createCore } from '../../../electron/core.ts';
import type { ActivityId, AgentId, OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import { FOR_ALL, type Script, type ScriptDraft } from '../../../shared/domain/scripts/script.ts';
import { contentOf } from '../../../shared/domain/scripts/script-learning/versions.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent, insertOrder, insertShop } from '../../support/memory-store.ts';
import { PLACED_AT_MS } from '../../support/records/an-order.ts';

export const ORDER = 'order-1' as OrderId;
export const [AGENT, LEAD] = ['agent-1' as AgentId, 'lead-1' as AgentId];

export const aDraft = (overrides: Partial<ScriptDraft> = {}): ScriptDraft => ({
  scope: FOR_ALL,
  groupId: null,
  title: '催付开场',
  code: 'kc1',
  parts: ['您好，您的订单还没有付款。'],
  keywords: '',
  tags: [],
  fit: { stages: ['chase-open'], reasons: [], steps: [], grades: [] },
  ...overrides,
});

/** A library in memory with an agent, a lead and one order; changes are made a minute apart. */
export function aLibrary() {
  const { db } = createMemoryStore();
  const clock = createFakeClock(PLACED_AT_MS);
  insertShop(db);
  insertAgent(db, { id: AGENT, name: '小王' });
  insertAgent(db, { id: LEAD, name: '李主管', role: 'lead' });
  insertOrder(db, { id: ORDER, no: '42', customerNick: '山间一壶茶' });
  const core = createCore({ db, clock });
  const { stores, learning, undoActivity } = core;
  const { service, recordChanges } = core.scripts;

  function by(agentId: AgentId) {
    clock.advanceBy(MINUTE);
    return { agentId, nowMs: clock.now() };
  }

  return {
    ...learning,
    db,
    clock,
    stores,
    by,
    undo: ({ activityId }: { readonly activityId: ActivityId }, agentId: AgentId) =>
      undoActivity(activityId, by(agentId)),
    create(agentId: AgentId, draft: Partial<ScriptDraft> = {}): Script {
      const actor = by(agentId);
      const change = service.create(aDraft(draft), actor.nowMs);
      recordChanges([change], actor);
      return change.after;
    },
    edit(agentId: AgentId, id: ScriptId, draft: Partial<ScriptDraft>): Script {
      const actor = by(agentId);
      const change = service.edit({ id, draft: { ...contentOf(existing(id)), ...draft } }, actor.nowMs);
      recordChanges([change], actor);
      return change.after;
    },
    archive(agentId: AgentId, id: ScriptId): void {
      const actor = by(agentId);
      recordChanges(service.archive([id], actor.nowMs), actor);
    },
    existing,
    kindsOf: (id: ScriptId) =>
      stores.activities.listOf({ kind: 'script', id }).map((activity) => activity.kind),
  };

  function existing(id: ScriptId): Script {
    const script = stores.scripts.get(id);
    if (!script) throw new Error(`No such script: ${id}`);
    return script;
  }
}

export type Library = ReturnType<typeof aLibrary>;

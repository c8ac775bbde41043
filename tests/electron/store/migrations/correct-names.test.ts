import { beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../../electron/core.ts';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { createScriptExampleStore } from '../../../../electron/store/scripts/script-example-store.ts';
import { createScriptProposalStore } from '../../../../electron/store/scripts/script-proposal-store.ts';
import { verifyStore } from '../../../../electron/store/verify/verify-store.ts';
import type {
  ActivityId,
  AgentId,
  OrderId,
  ScriptExampleId,
  ScriptProposalId,
} from '../../../../shared/domain/ids.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { insertAgent, insertOrder, insertShop } from '../../../support/memory-store.ts';

const AT_MS = 1000;
const AGENT = 'agent-1' as AgentId;
const ORDER = 'order-1' as OrderId;
const EXAMPLE = 'example-1' as ScriptExampleId;

let db: WritableDb;
let count: number;

/** A store of version 7, in which an order that a script was made from was called a case of it. */
beforeEach(() => {
  count = 0;
  db = openDatabase(':memory:');
  migrate(db, { target: 7 });
  insertShop(db);
  insertAgent(db);
  insertOrder(db);
  db.exec(/* sql */ `
    INSERT INTO scripts (id, title, code, parts, keywords, fit, sort_key, updated_at_ms)
    VALUES ('script-1', '开场', 'cf1', '[]', '', '{}', 0, 0);
    INSERT INTO script_cases (id, script_id, order_id, note, agent_id, at_ms, removed_at_ms)
    VALUES ('example-1', 'script-1', 'order-1', '嫌贵', 'agent-1', ${AT_MS}, ${AT_MS});
    INSERT INTO script_proposals (id, kind, script_id, base, reason, case_id, agent_id, at_ms, state)
    VALUES ('proposal-1', 'archive', 'script-1', '{}', '没人用', 'example-1', 'agent-1', ${AT_MS}, 'open')`);
});

function happened(kind: string, data: object): ActivityId {
  count += 1;
  const id = `activity-${count}` as ActivityId;
  db.prepare(/* sql */ `
    INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, agent_id, data)
    VALUES (?, ?, ?, 'order', ?, ?, ?)`).run(id, AT_MS, kind, ORDER, AGENT, JSON.stringify(data));
  return id;
}

const activity = (id: ActivityId) => createActivityStore(db).get(id);

const removal = {
  text: '嫌贵',
  changes: [
    { table: 'script_cases', id: EXAMPLE, before: { removedAtMs: null }, after: { removedAtMs: AT_MS } },
  ],
};

describe('a script’s case in a store from before cases were those of after-sales', () => {
  it('is an example now, and the proposal that came of it names it', () => {
    migrate(db);
    expect(createScriptExampleStore(db).get(EXAMPLE)).toMatchObject({ orderId: ORDER, note: '嫌贵' });
    const proposal = createScriptProposalStore(db).get('proposal-1' as ScriptProposalId);
    expect(proposal?.exampleId).toBe(EXAMPLE);
    expect(verifyStore(db, 0).problems).toEqual([]);
  });

  it('can still be put back by the undo of its removal', () => {
    const id = happened('case-removed', removal);
    migrate(db);
    expect(activity(id)).toMatchObject({ kind: 'example-removed', data: { text: '嫌贵' } });
    const core = createCore({ db, clock: createFakeClock(AT_MS + 1) });
    core.undoActivity(id, { agentId: AGENT, nowMs: AT_MS + 1 });
    expect(core.stores.scriptExamples.get(EXAMPLE)?.removedAtMs).toBeNull();
  });

  it('is an example in what an undo and a proposal say, too', () => {
    const undone = happened('undone', { undoes: 'activity-0', outcome: 'case-added' });
    const proposal = { id: 'proposal-2', caseId: EXAMPLE };
    const changes = [{ table: 'script_proposals', id: 'proposal-2', before: null, after: proposal }];
    const proposed = happened('script-proposed', { changes });
    migrate(db);
    expect(activity(undone)?.data.outcome).toBe('example-added');
    expect(activity(proposed)?.data.changes?.[0]?.after).toEqual({ id: 'proposal-2', exampleId: EXAMPLE });
  });
});

describe('the activities of one act', () => {
  it('are those alongside', () => {
    const beside = happened('handed-over', { isPart: true });
    const lead = happened('handed-over', { batch: [beside] });
    migrate(db);
    expect(activity(lead)?.data).toEqual({ alongside: [beside] });
    expect(activity(beside)?.data).toEqual({ isAlongside: true });
  });

  it('keep what agents wrote, whatever the words', () => {
    const text = '"batch" "caseId" "case-added" script_cases';
    const id = happened('noted', { text });
    migrate(db);
    expect(activity(id)).toMatchObject({ kind: 'noted', data: { text } });
  });

  it('still refuse to be changed', () => {
    happened('noted', { text: '要白色' });
    migrate(db);
    expect(() => db.exec("UPDATE activities SET kind = 'x'")).toThrow('append-only');
  });
});

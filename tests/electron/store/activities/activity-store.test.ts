import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ActivityStore,
  createActivityStore,
} from '../../../../electron/store/activities/activity-store.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createTaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { NewActivity } from '../../../../shared/domain/activities/activity.ts';
import type {
  ActivityId,
  AgentId,
  CustomerId,
  OrderId,
  ShopId,
  TaskId,
} from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertAgent, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aTask } from '../../../support/records/a-task.ts';

const ORDER_ID = 'order-1' as OrderId;
const ORDER = { kind: 'order', id: ORDER_ID } as const;

let db: WritableDb;
let activities: ActivityStore;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  insertAgent(db);
  activities = createActivityStore(db);
  const tasks = createTaskStore(db);
  tasks.save(aTask({ id: 'chase' as TaskId }));
  tasks.save(aTask({ id: 'chase-2' as TaskId, step: 'second' }));
  tasks.save(aTask({ id: 'twice' as TaskId, kind: 'duplicate' }));
});

const NOTED: NewActivity = {
  atMs: 1000,
  kind: 'noted',
  subject: ORDER,
  agentId: null,
  taskId: null,
  scriptId: null,
  importRunId: null,
  data: {},
};

const append = (overrides: Partial<NewActivity> = {}) => activities.append({ ...NOTED, ...overrides });

function chased(atMs: number, taskId: string, data: NewActivity['data'] = { step: 'first' }) {
  return append({ kind: 'chased', atMs, taskId: taskId as TaskId, agentId: 'agent-1' as AgentId, data });
}
function copied(atMs: number, taskId: string, scriptCode: string) {
  return append({
    kind: 'script-copied',
    atMs,
    taskId: taskId as TaskId,
    data: { step: 'first', scriptCode },
  });
}
const undo = (id: ActivityId) => append({ kind: 'undone', atMs: 9000, data: { undoes: id } });

const sent = () =>
  (activities.chasesOf([ORDER_ID]).get(ORDER_ID) ?? []).map(
    ({ taskId, atMs, scriptCode, isRecorded }) => `${taskId} ${atMs} ${scriptCode} ${isRecorded}`,
  );

describe('X4: who did what when', () => {
  it('gives back what was appended', () => {
    const activity = append({ data: { text: '客户要白色' } });
    expect(activities.get(activity.id)).toEqual(activity);
    expect(activities.get('unknown' as ActivityId)).toBeUndefined();
  });

  it('says of which shop it is, where its subject has one', () => {
    insertOrder(db, { id: ORDER_ID, customerId: null });
    append();
    append({ subject: { kind: 'shop', id: 'shop-1' as ShopId } });
    append({ subject: { kind: 'customer', id: 'customer-1' as CustomerId } });
    const shops = db.prepare('SELECT shop_id FROM activities ORDER BY id').pluck().all();
    expect(shops).toEqual(['shop-1', 'shop-1', null]);
  });

  it('is never changed and never deleted', () => {
    append();
    expect(() => db.exec('UPDATE activities SET at_ms = 0')).toThrow('append-only');
    expect(() => db.exec('DELETE FROM activities')).toThrow('append-only');
  });

  it('shows the newest first, page by page, with names and what was undone', () => {
    db.exec(`INSERT INTO scripts (id, title, code, parts, keywords, fit, sort_key, updated_at_ms)
      VALUES ('script-1', '开场', 'kc1', '[]', '', '{}', 1, 0);
      INSERT INTO import_runs (id, shop_id, file_name, sha256, format, at_ms, rows_read, rows_new, rows_changed,
        rows_unchanged, rows_rejected) VALUES ('run-1', 'shop-1', '订单.csv', '', 'taobao-orders', 0, 0, 0, 0, 0, 0)`);
    append({ kind: 'order-imported', importRunId: 'run-1' as NewActivity['importRunId'] });
    append({ kind: 'script-copied', scriptId: 'script-1' as NewActivity['scriptId'] });
    const noted = append({ agentId: 'agent-1' as AgentId, atMs: 2000 });
    undo(noted.id);
    const lines = activities
      .timeline(ORDER, { limit: 10 })
      .map(({ activity, agentName, scriptTitle, importFileName, isUndone }) =>
        [activity.kind, agentName, scriptTitle, importFileName, isUndone].join(' '),
      );
    expect(lines).toEqual([
      'undone    false',
      'noted 小王   true',
      'script-copied  开场  false',
      'order-imported   订单.csv false',
    ]);
    expect(activities.timeline(ORDER, { limit: 1, offset: 1 })[0]?.activity.id).toBe(noted.id);
  });
});

describe('P10: what counts as sent', () => {
  it('is each recorded chase, with the script that was copied for it', () => {
    copied(1000, 'chase', 'kc1');
    chased(2000, 'chase');
    chased(3000, 'chase-2');
    expect(sent()).toEqual(['chase 2000 kc1 true', 'chase-2 3000 null true']);
  });

  it('is also a script copied for a chase of which nothing was recorded, once', () => {
    copied(1000, 'chase', 'kc1');
    copied(1500, 'chase', 'kc2');
    expect(sent()).toEqual(['chase 1000 kc1 false']);
  });

  it('is neither a script copied for something else, nor a chase that was undone', () => {
    copied(1000, 'twice', 'cf1');
    copied(1000, 'chase', 'kc1');
    undo(chased(2000, 'chase').id);
    expect(sent()).toEqual([]);
  });
});

describe('X1: plans of the activities', () => {
  it('reads a timeline and the chases of orders from the index by subject', () => {
    const plans = [
      ...plansOf((each) => createActivityStore(each).timeline(ORDER, { limit: 50 })),
      ...plansOf((each) => createActivityStore(each).listOf(ORDER)),
      ...plansOf((each) => createActivityStore(each).listAfter({ ...NOTED, id: 'x' as ActivityId })),
      ...plansOf((each) => createActivityStore(each).chasesOf([ORDER_ID])),
    ];
    expect(plans).toHaveLength(4);
    for (const plan of plans) {
      expect(plan).toContain('USING INDEX activities_by_subject');
      expect(plan).not.toMatch(/SCAN (?!wanted|page)/);
    }
  });
});

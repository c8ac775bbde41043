import { beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../../electron/core.ts';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import type { ActivityId, AgentId, OrderId, TaskId } from '../../../../shared/domain/ids.ts';
import { taskStepLabel } from '../../../../shared/domain/tasks/task.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { insertAgent, insertOrder } from '../../../support/memory-store.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const AT_MS = PLACED_AT_MS + HOUR;
const AGENT = 'agent-1' as AgentId;
const ORDER = 'order-1';

let db: WritableDb;
let count: number;

/** A store of version 2, as the build before left it. */
beforeEach(() => {
  count = 0;
  db = openDatabase(':memory:');
  migrate(db, { target: 2 });
  db.exec(
    "INSERT INTO shops (id, platform, name, settings, created_at_ms) VALUES ('shop-1', 'taobao', '甲店', '{}', 0)",
  );
  insertAgent(db);
  insertOrder(db);
});

function oldTask(step: string, fields: Record<string, unknown> = {}): void {
  const task = { kind: 'chase', state: 'open', snoozed_until_ms: null, expires_at_ms: null, ...fields };
  db.prepare(/* sql */ `
    INSERT INTO tasks (id, shop_id, kind, subject_kind, subject_id, step, state, due_at_ms, snoozed_until_ms,
      expires_at_ms, amount_at_risk_fen, reason, updated_at_ms)
    VALUES (@id, 'shop-1', @kind, 'order', 'order-1', @step, @state, 0, @snoozed_until_ms, @expires_at_ms, 0, '', @at)`).run(
    { id: `task-${step}`, step, at: AT_MS, ...task },
  );
}

function happened(kind: string, data: object, about: { task?: string; subject?: [string, string] } = {}) {
  count += 1;
  const [subjectKind, subjectId] = about.subject ?? ['order', ORDER];
  db.prepare(/* sql */ `
    INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, agent_id, task_id, data)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`).run(
    `activity-${count}`,
    AT_MS,
    kind,
    subjectKind,
    subjectId,
    AGENT,
    about.task ?? null,
    JSON.stringify(data),
  );
  return `activity-${count}` as ActivityId;
}

const dataOf = (id: ActivityId) => createActivityStore(db).get(id)?.data;

function undo(id: ActivityId) {
  const core = createCore({ db, clock: createFakeClock(AT_MS) });
  core.undoActivity(id, { agentId: AGENT, nowMs: AT_MS });
  return core;
}

describe('what older builds recorded', () => {
  it('of a task that was done can still be taken back', () => {
    oldTask('first', { state: 'done' });
    const id = happened(
      'chased',
      {
        step: 'first',
        changes: {
          'task/task-first/state': ['snoozed', 'done'],
          'task/task-first/snoozedUntilMs': [AT_MS + HOUR, null],
          'task/task-first/updatedAtMs': [AT_MS - HOUR, AT_MS],
        },
      },
      { task: 'task-first' },
    );
    migrate(db);
    expect(dataOf(id)).toMatchObject({ taskKind: 'chase', step: 'first' });
    const core = undo(id);
    expect(core.stores.tasks.get('task-first' as TaskId)).toMatchObject({
      doneAtMs: null,
      snoozedUntilMs: AT_MS + HOUR,
    });
  });

  it('of a snooze keeps the end that the task had before', () => {
    oldTask('first', { state: 'snoozed', snoozed_until_ms: AT_MS + HOUR, expires_at_ms: 9 });
    const id = happened(
      'snoozed',
      {
        step: 'first',
        changes: {
          'task/task-first/state': ['open', 'snoozed'],
          'task/task-first/snoozedUntilMs': [null, AT_MS + HOUR],
          'task/task-first/expiresAtMs': [5, 9],
        },
      },
      { task: 'task-first' },
    );
    migrate(db);
    expect(dataOf(id)?.changes).toEqual([
      {
        table: 'tasks',
        id: 'task-first',
        before: { snoozedUntilMs: null, plannedExpiryAtMs: 5, snoozeExpiresAtMs: null },
        after: { snoozedUntilMs: AT_MS + HOUR, plannedExpiryAtMs: 9, snoozeExpiresAtMs: 9 },
      },
    ]);
  });

  it('of an order and of a dispute can still be taken back', () => {
    db.prepare('UPDATE orders SET chase_stopped_at_ms = ?').run(AT_MS);
    db.prepare('INSERT INTO disputes (order_id, opened_at_ms, follow_up_at_ms) VALUES (?, 1, 2)').run(ORDER);
    const id = happened('chase-lost', {
      changes: {
        'order/order-1/chaseStoppedAtMs': [null, AT_MS],
        'dispute/order-1/orderId': [null, ORDER],
        'dispute/order-1/openedAtMs': [null, 1],
        'dispute/order-1/followUpAtMs': [null, 2],
      },
    });
    migrate(db);
    const core = undo(id);
    expect(core.stores.orders.get(ORDER as OrderId)?.chaseStoppedAtMs).toBeNull();
    expect(core.stores.disputes.get(ORDER as OrderId)).toBeUndefined();
  });

  it('by imports, of scripts and of groups names its row', () => {
    const changed = happened('order-changed', { changes: { status: ['unpaid', 'paid'] } });
    const item = happened('item-changed', { lineNo: '1', changes: { sku: ['a', 'b'] } });
    const made = happened(
      'script-created',
      { changes: { title: [null, '开场'] } },
      { subject: ['script', 's'] },
    );
    const archived = happened('script-archived', { changes: {} }, { subject: ['script', 's'] });
    const gone = happened(
      'script-group-changed',
      { changes: { name: ['催付', null] } },
      { subject: ['script-group', 'g'] },
    );
    migrate(db);
    expect([changed, item, made, archived, gone].map((id) => dataOf(id)?.changes?.[0])).toEqual([
      { table: 'orders', id: ORDER, before: { status: 'unpaid' }, after: { status: 'paid' } },
      { table: 'order_items', id: 'order-1/1', before: { sku: 'a' }, after: { sku: 'b' } },
      { table: 'scripts', id: 's', before: null, after: { title: '开场' } },
      { table: 'scripts', id: 's', before: { archivedAtMs: null }, after: { archivedAtMs: AT_MS } },
      { table: 'script_groups', id: 'g', before: { name: '催付' }, after: null },
    ]);
  });

  it('says its steps in Chinese, also where the task is gone', () => {
    const steps = [
      ['snoozed', 'agreed:1781140500000', 'chase'],
      ['task-done', 'follow-up-1781140500000', 'dispute'],
      ['concession-granted', 'decide:0190a', 'concession'],
      ['duplicate-settled', 'confirm', 'duplicate'],
    ] as const;
    oldTask('agreed:1781140500000');
    const ids = steps.map(([kind, step]) => happened(kind, { step }, { task: `task-${step}` }));
    migrate(db);
    const said = ids.map((id) => dataOf(id) ?? {});
    expect(said.map(({ taskKind }) => taskKind)).toEqual(steps.map(([, , kind]) => kind));
    const labels = said.map(({ step = '' }, index) => taskStepLabel(steps[index]?.[2] ?? 'chase', step));
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
  });

  it('still refuses to be changed', () => {
    happened('noted', { text: '要白色' });
    migrate(db);
    expect(() => db.exec("UPDATE activities SET kind = 'x'")).toThrow('append-only');
  });
});

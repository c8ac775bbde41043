import { describe, expect, it } from 'vitest';
import { countUnlistedSql, OPEN_LISTS } from '../../../../electron/store/open-lists.ts';
import { createTaskStore } from '../../../../electron/store/tasks/task-store.ts';
import { verifyStore } from '../../../../electron/store/verify/verify-store.ts';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { aTask } from '../../../support/records/a-task.ts';

const NOW = 1_000;

function aStore() {
  const { db } = createMemoryStore();
  insertShop(db);
  const customer = insertCustomer(db);
  const order = insertOrder(db, { customerId: customer.id });
  const tasks = createTaskStore(db);
  const put = (overrides: Parameters<typeof aTask>[0]) =>
    tasks.save(aTask({ subject: { kind: 'order', id: order.id }, ...overrides }));
  return { db, put };
}

describe('X2: verify finds what must not be', () => {
  it('finds nothing in a sound store and counts what is there', () => {
    const { db, put } = aStore();
    put({});
    put({ id: 'task-2' as TaskId, step: 'last', state: 'cancelled', cancelReason: '已放弃催付' });
    put({ id: 'task-3' as TaskId, step: 'second', expiresAtMs: NOW });
    expect(verifyStore(db, NOW)).toEqual({
      ok: true,
      integrity: 'ok',
      orders: 1,
      customers: 1,
      openTasks: 1,
      problems: [],
    });
  });

  it('finds a chase that is still open for a paid order', () => {
    const { db, put } = aStore();
    put({});
    db.exec(`UPDATE orders SET status = 'paid'`);
    expect(verifyStore(db, NOW)).toMatchObject({
      ok: false,
      problems: ['已付款或已关闭的订单仍有催付待办：1 处'],
    });
  });

  it.each([
    ['order', '待办的订单不存在'],
    ['customer', '待办的客户不存在'],
    ['case', '待办的事务不存在'],
  ] as const)('finds a task about a %s that is gone', (kind, problem) => {
    const { db, put } = aStore();
    put({ subject: asSubject(kind, 'gone'), kind: 'follow-up', step: 'follow-up' });
    expect(verifyStore(db, NOW).problems).toEqual([`${problem}：1 处`]);
  });

  it('finds a reminder that is owed for what was done', () => {
    const { db, put } = aStore();
    put({ state: 'done' });
    expect(verifyStore(db, NOW).problems).toEqual(['已完成的待办仍有提醒：1 处']);
  });

  it('finds an import run whose rows do not add up', () => {
    const { db } = aStore();
    db.exec(
      `INSERT INTO import_runs (id, shop_id, file_name, sha256, format, agent_id, at_ms, rows_read, rows_new,
        rows_changed, rows_unchanged, rows_rejected, undone_at_ms) VALUES ('r', 'shop-1', 'a.csv', 'h', 'taobao-orders', NULL, 1, 5, 1, 1, 1, 1, NULL)`,
    );
    expect(verifyStore(db, NOW).ok).toBe(false);
  });

  it.each(OPEN_LISTS.map((list) => [`${list.table}.${list.column}`, list] as const))(
    'takes any text in %s and names what is in no list',
    (_name, list) => {
      const { db } = aStore();
      const createSql = db
        .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
        .pluck()
        .get(list.table);
      expect(createSql).not.toContain(`CHECK (${list.column} IN`);
      for (const value of list.values) expect(countUnlistedSql(list)).toContain(`'${value}'`);
      expect(db.prepare(countUnlistedSql(list)).pluck().get()).toBe(0);
    },
  );

  it('finds a status that this build does not know', () => {
    const { db } = aStore();
    db.exec("UPDATE orders SET status = 'lost'");
    expect(verifyStore(db, NOW).problems.join()).toContain('订单的状态无法识别');
  });
});

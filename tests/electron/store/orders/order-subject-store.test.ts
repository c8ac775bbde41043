import { beforeEach, describe, expect, it } from 'vitest';
import { createSubjects } from '../../../../electron/kernel/subjects/subjects.ts';
import { createStores, createSubjectModules } from '../../../../electron/modules.ts';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { createDisputeStore } from '../../../../electron/store/chasing/dispute-store.ts';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import {
  createOrderSubjectStore,
  type OrderSubjectStore,
} from '../../../../electron/store/orders/order-subject-store.ts';
import { createTaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { CustomerId, OrderId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import {
  createMemoryStore,
  insertCustomer,
  insertItem,
  insertOrder,
  insertShop,
} from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aTask } from '../../../support/records/a-task.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const CUSTOMER = 'customer-1' as CustomerId;
const FIRST = 'order-1' as OrderId;
const SECOND = 'order-2' as OrderId;
// Numbers that are not there only make it a large import.
const MANY = Array.from({ length: 5000 }, (_unused, index) => `none-${index}` as OrderId);

let db: WritableDb;
let subjects: OrderSubjectStore;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  insertCustomer(db);
  subjects = createOrderSubjectStore(db);
});

const add = (overrides: Partial<Order> = {}) => insertOrder(db, { no: overrides.id ?? '1', ...overrides });

function record(orderId: OrderId, kind: 'chased' | 'duplicate-settled'): void {
  createActivityStore(db).append({
    atMs: PLACED_AT_MS + HOUR,
    kind,
    subject: { kind: 'order', id: orderId },
    agentId: null,
    taskId: null,
    scriptId: null,
    importRunId: null,
    data: { step: 'first' },
  });
}

describe('P1: everything that a rule may look at', () => {
  it('is read in one go for many orders', () => {
    const order = add({ customerId: CUSTOMER, extra: { 新列: '值' } });
    add({ id: SECOND, no: '77', customerId: CUSTOMER, status: 'paid', paidAtMs: 5, itemTitle: '运动裤' });
    const item = insertItem(db);
    insertItem(db, { orderId: SECOND, title: '运动裤', sku: '黑' });
    record(FIRST, 'chased');
    record(SECOND, 'chased');
    record(SECOND, 'duplicate-settled');
    createDisputeStore(db).save({
      orderId: FIRST,
      openedAtMs: 1,
      followUpAtMs: 2,
      closedAtMs: null,
      outcome: null,
      note: null,
    });
    const [subject] = subjects.load([FIRST, SECOND]);
    expect(subject).toMatchObject({
      order,
      customer: { id: CUSTOMER, nick: '小李爱购物' },
      chases: [{ step: 'first', atMs: PLACED_AT_MS + HOUR }],
      otherOrders: [
        {
          no: '77',
          status: 'paid',
          paidAtMs: 5,
          items: [{ title: '运动裤', sku: '黑' }],
          lastChasedAtMs: PLACED_AT_MS + HOUR,
          isDuplicateSettled: true,
        },
      ],
      isDuplicateSettled: false,
      dispute: { followUpAtMs: 2 },
      settings: DEFAULT_SHOP_SETTINGS,
    });
    expect(subject?.items).toEqual([{ ...item, outerCode: null, payableFen: null }]);
    expect(subjects.get('unknown' as OrderId)).toBeUndefined();
  });

  it('knows no other orders of a masked customer, and no closed dispute', () => {
    const masked = 'masked' as CustomerId;
    insertCustomer(db, { id: masked, nick: 't**3', isMasked: true });
    add({ customerId: masked });
    add({ id: SECOND, customerId: masked });
    expect(subjects.get(FIRST)).toMatchObject({
      otherOrders: [],
      dispute: null,
      customer: { isMasked: true },
    });
  });

  it('looks at the 50 newest orders of a customer, however many there are', () => {
    for (let index = 0; index < 60; index += 1) {
      add({ id: `order-${index}` as OrderId, customerId: CUSTOMER, placedAtMs: PLACED_AT_MS + index });
    }
    const others = subjects.get(FIRST)?.otherOrders ?? [];
    expect(others).toHaveLength(50);
    expect(others[0]?.placedAtMs).toBe(PLACED_AT_MS + 59);
  });
});

function orderRulesOver(store: WritableDb) {
  const module = createSubjects(createSubjectModules(createStores(store))).moduleOf('order');
  if (module.ruled === null) throw new Error('Orders have rules');
  return module.ruled;
}

describe('P1: which orders need a new look', () => {
  const toRefresh = (...ids: OrderId[]) => subjects.listToRefresh(ids);

  it('is each one of few, and of many those that a rule can want something of', () => {
    add();
    add({ id: SECOND, status: 'completed' });
    subjects.setLive([FIRST], true);
    expect(toRefresh(FIRST, SECOND)).toEqual([FIRST, SECOND]);
    expect(toRefresh(FIRST, SECOND, ...MANY)).toEqual([FIRST]);
  });

  it('is a settled one that still has a task to do', () => {
    add({ status: 'completed' });
    createTaskStore(db).save(aTask({ state: 'snoozed', snoozedUntilMs: 1 }));
    expect(toRefresh(FIRST, ...MANY)).toEqual([FIRST]);
  });

  it('is a closed one with an open dispute, even among many: its act made it live', () => {
    add({ status: 'closed' });
    const dispute = { orderId: FIRST, openedAtMs: 1, followUpAtMs: 2, outcome: null, note: null };
    createDisputeStore(db).save({ ...dispute, closedAtMs: null });
    expect(orderRulesOver(db).plan([FIRST], PLACED_AT_MS)).toMatchObject([{ id: FIRST, isLive: true }]);
    subjects.setLive([FIRST], true);
    expect(toRefresh(FIRST, ...MANY)).toEqual([FIRST]);
  });

  it('is the customer’s other live order too, for its advice may have changed', () => {
    add({ customerId: CUSTOMER, status: 'completed' });
    add({ id: SECOND, customerId: CUSTOMER });
    subjects.setLive([SECOND], true);
    expect(toRefresh(FIRST, ...MANY)).toEqual([SECOND]);
  });

  it('is a paid one only beside another live one: it may repeat it', () => {
    add({ customerId: CUSTOMER, status: 'paid' });
    expect(toRefresh(FIRST, ...MANY)).toEqual([]);
    add({ id: SECOND, customerId: CUSTOMER, status: 'paid' });
    expect(toRefresh(FIRST, ...MANY)).toEqual([FIRST, SECOND]);
  });

  it('leaves out of a large import only what nothing is wanted of', () => {
    const statuses = ['unpaid', 'paid', 'shipped', 'completed', 'closed'] as const;
    const ids = Array.from({ length: 60 }, (_unused, index) => `order-${index}` as OrderId);
    for (let index = 1; index < 12; index += 1) {
      insertCustomer(db, { id: `c-${index}` as CustomerId, nick: `nick ${index}` });
    }
    for (const [index, id] of ids.entries()) {
      const customerId = index % 12 === 0 ? null : (`c-${index % 12}` as CustomerId);
      const status = statuses[(index * 7) % 5] ?? 'closed';
      add({ id, customerId, status });
      const subject = { kind: 'order', id } as const;
      if (index % 13 === 0) createTaskStore(db).save(aTask({ id: `t-${index}` as TaskId, subject }));
    }
    subjects.setLive(
      ids.filter((_id, index) => statuses[(index * 7) % 5] === 'unpaid'),
      true,
    );
    const { plan } = orderRulesOver(db);
    for (const step of [1, 2, 3, 7]) {
      const touched = ids.filter((_id, index) => index % step === 0);
      const ofMany = new Set(toRefresh(...touched, ...MANY));
      const left = toRefresh(...touched).filter((id) => !ofMany.has(id));
      expect(plan(left, PLACED_AT_MS).flatMap(({ wanted }) => wanted)).toEqual([]);
      expect(left.filter((id) => createTaskStore(db).listToDo({ kind: 'order', id }).length > 0)).toEqual([]);
    }
  });

  it('is every live order of a shop whose settings have changed, and what has a task', () => {
    insertShop(db, { id: 'shop-2' as ShopId, name: '分店' });
    add();
    add({ id: SECOND, status: 'closed' });
    add({ id: 'order-3' as OrderId, shopId: 'shop-2' as ShopId });
    createTaskStore(db).save(aTask({ subject: { kind: 'order', id: SECOND } }));
    subjects.setLive([FIRST, 'order-3'], true);
    expect(subjects.listLive('shop-1' as ShopId)).toEqual([FIRST, SECOND]);
    expect(subjects.listLive('shop-2' as ShopId)).toEqual(['order-3']);
  });
});

describe('X1: plans of the subjects', () => {
  it('looks everything up by an index, starting from the orders that were asked for', () => {
    const plans = plansOf((each) => {
      const store = createOrderSubjectStore(each);
      store.load([FIRST]);
      store.listToRefresh([FIRST]);
    });
    expect(plans.length).toBeGreaterThan(5);
    for (const plan of plans) expect(plan).not.toMatch(/SCAN (?!wanted|shops)/);
    expect(plans.join('\n')).toContain('orders_by_customer');
  });

  it('finds what is live among many, or in a shop, without a look at all the others', () => {
    const plans = plansOf((each) => {
      const store = createOrderSubjectStore(each);
      store.listToRefresh([...MANY]);
      store.listLive('shop-1' as ShopId);
      store.hasForgotten('shop-1' as ShopId);
    });
    expect(plans.filter((plan) => plan.includes('orders USING INDEX orders_live'))).toHaveLength(4);
    expect(plans.join('\n')).not.toMatch(/MERGE|orders_by_shop_and_time|sqlite_autoindex_orders/);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { withImportScratch } from '../../../../electron/store/imports/import-scratch.ts';
import { createOrderStore } from '../../../../electron/store/orders/order-store.ts';
import { createTaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { CustomerId, OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import { Order } from '../../../../shared/domain/orders/order.ts';
import { createMemoryStore, insertCustomer, insertItem, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aTask } from '../../../support/records/a-task.ts';
import { anOrder } from '../../../support/records/an-order.ts';

const ORDER_ID = 'order-1' as OrderId;
const CUSTOMER_ID = 'customer-1' as CustomerId;

let db: WritableDb;
let store: ReturnType<typeof createOrderStore>;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  store = createOrderStore(db);
});

describe('X4: the order store', () => {
  it('gives back what it was given, empty fields and unknown columns included', () => {
    const sparse = anOrder({ extra: { 返点积分: '0' }, memo: '急', flag: 'red' });
    const full = anOrder({
      id: 'order-2' as OrderId,
      no: '2',
      status: 'shipped',
      paidAtMs: 5,
      trackingNo: 'SF1',
    });
    store.insert(sparse);
    store.insert(full);
    expect(store.get(ORDER_ID)).toEqual(sparse);
    expect(store.get(full.id)).toEqual(full);
  });

  it('keeps every field apart', () => {
    insertCustomer(db);
    const numbered = Object.keys(anOrder()).map((field, at) => [
      field,
      /(?:Ms|Fen|Count|Kinds)$/.test(field) ? at : `${field} ${at}`,
    ]);
    const { id, shopId, extra } = anOrder();
    const own = { id, shopId, extra, status: 'paid', flag: 'red', customerId: CUSTOMER_ID };
    const order = Order.parse({ ...Object.fromEntries(numbered), ...own });
    store.insert(order);
    expect(store.get(order.id)).toEqual(order);
  });

  it('knows whether a shop has any order, also while a preview hides them', () => {
    expect(store.hasAnyOf(anOrder().shopId)).toBe(false);
    store.insert(anOrder());
    expect(store.hasAnyOf(anOrder().shopId)).toBe(true);
    expect(store.hasAnyOf('shop-2' as ShopId)).toBe(false);
    withImportScratch(db, ({ orders }) => expect(orders.hasAnyOf(anOrder().shopId)).toBe(true));
  });

  it('writes the fields that changed and leaves the others alone', () => {
    store.insert(anOrder({ agreedPayAtMs: 7 }));
    store.update(anOrder({ status: 'paid', memo: '急', agreedPayAtMs: null, updatedAtMs: 99 }), [
      'status',
      'memo',
    ]);
    expect(store.get(ORDER_ID)).toEqual(
      anOrder({ status: 'paid', memo: '急', agreedPayAtMs: 7, updatedAtMs: 99 }),
    );
  });

  it('finds one number in two shops', () => {
    insertShop(db, { id: 'shop-2' as ShopId, name: '二店' });
    store.insert(anOrder());
    store.insert(anOrder({ id: 'order-2' as OrderId, shopId: 'shop-2' as ShopId }));
    expect(store.findByNo(anOrder().no).map(({ id }) => id)).toEqual(['order-1', 'order-2']);
    expect(store.noOf(ORDER_ID)).toBe(anOrder().no);
  });

  it('takes items and tasks along when an order goes', () => {
    store.insert(anOrder());
    insertItem(db);
    createTaskStore(db).save(aTask({ subject: { kind: 'order', id: ORDER_ID } }));
    expect(store.remove(ORDER_ID)).toBe(true);
    expect(db.prepare('SELECT count(*) FROM order_items').pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(*) FROM tasks').pluck().get()).toBe(0);
    expect(store.remove(ORDER_ID)).toBe(false);
  });

  it('lists what a customer has open', () => {
    insertCustomer(db);
    for (const [id, status] of [
      ['a', 'unpaid'],
      ['b', 'paid'],
      ['c', 'shipped'],
    ] as const) {
      store.insert(anOrder({ id: id as OrderId, no: id, status, customerId: CUSTOMER_ID }));
    }
    expect(store.listOpenOf(CUSTOMER_ID).toSorted()).toEqual(['a', 'b']);
  });

  it('looks everything up by an index', () => {
    const plans = plansOf((plain) => {
      const orders = createOrderStore(plain);
      orders.get(ORDER_ID);
      orders.findByNo('1');
      orders.noOf(ORDER_ID);
      orders.listOpenOf(CUSTOMER_ID);
      orders.remove(ORDER_ID);
    });
    expect(plans).toHaveLength(6);
    expect(plans.join('\n')).not.toMatch(/SCAN|TEMP B-TREE/);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createOrderItemStore } from '../../../../electron/store/orders/order-item-store.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { anItem } from '../../../support/records/an-order.ts';

const ORDER_ID = 'order-1' as OrderId;

let store: ReturnType<typeof createOrderItemStore>;

beforeEach(() => {
  const { db } = createMemoryStore();
  insertShop(db);
  insertOrder(db);
  store = createOrderItemStore(db);
});

describe('X4: the items of an order', () => {
  it('come back as they were given', () => {
    const item = anItem({ extra: { 免单资格: '否' }, refundFen: 3, productNo: '700000000001' });
    store.insert(item);
    expect(store.listOf(ORDER_ID)).toEqual([item]);
  });

  it('stand in the order of their places, the tenth behind the ninth', () => {
    for (const place of [10, 9, 1]) store.insert(anItem({ lineNo: `#${place}` }));
    expect(store.listOf(ORDER_ID).map(({ lineNo }) => lineNo)).toEqual(['#1', '#9', '#10']);
  });

  it('get a number in the place of a place', () => {
    store.insert(anItem({ lineNo: '#1' }));
    store.update(anItem({ lineNo: '3304370000000000003', paidFen: 5 }), '#1');
    expect(store.listOf(ORDER_ID)).toEqual([anItem({ lineNo: '3304370000000000003', paidFen: 5 })]);
    expect(store.remove(ORDER_ID, '3304370000000000003')).toBe(true);
  });

  it('are found by the key of the table', () => {
    const plans = plansOf((db) => createOrderItemStore(db).listOf(ORDER_ID));
    expect(plans).toEqual([expect.stringContaining('SEARCH order_items USING PRIMARY KEY (order_id=?)')]);
  });
});

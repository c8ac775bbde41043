import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCustomerStore } from '../../../../electron/store/customers/customer-store.ts';
import { createOrderList } from '../../../../electron/store/orders/order-list.ts';
import { createOrderSearch } from '../../../../electron/store/search/order-search.ts';
import type { CustomerId, OrderId } from '../../../../shared/domain/ids.ts';
import { EVERY_ORDER } from '../../../../shared/domain/orders/order-list.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

function aShopWithOrders() {
  const { db } = createMemoryStore();
  insertShop(db);
  const pig = insertCustomer(db, { id: 'pig' as CustomerId, nick: '爱吃的猪小姐Amy' });
  const wang = insertCustomer(db, { id: 'wang' as CustomerId, nick: '听雨的猫' });
  insertOrder(db, {
    id: 'one' as OrderId,
    no: '3304370000000040291',
    customerId: pig.id,
    placedAtMs: PLACED_AT_MS,
    payableFen: 16_900,
    trackingNo: 'SF1408877665',
    receiverName: '林小满',
    receiverMobile: '13840234045',
    receiverPhone: '0571-88886655',
    itemTitle: '316不锈钢保温杯',
  });
  insertOrder(db, {
    id: 'two' as OrderId,
    no: '3304370000000050777',
    customerId: wang.id,
    placedAtMs: PLACED_AT_MS + MINUTE,
    payableFen: 4990,
    trackingNo: null,
    receiverName: '陈大文',
    receiverMobile: '13900001111',
    itemTitle: '全棉四件套',
  });
  const list = createOrderList(db);
  const find = (text: string) => list.find(text, 10).map(({ order, by }) => [order.id, by]);
  return { db, list, find };
}

describe('X1, B2: an order is found by what customers, couriers and warehouses say', () => {
  it.each([
    ['3304370000000040291', 'no'],
    ['330437000000004', 'no'],
    ['0291', 'noTail'],
    ['040291', 'noTail'],
    ['尾号040291', 'noTail'],
    ['订单号后六位：040291', 'noTail'],
    ['13840234045', 'mobileTail'],
    ['4045', 'mobileTail'],
    ['88886655', 'phoneTail'],
    ['SF1408877665', 'tracking'],
    ['7665', 'trackingTail'],
    ['林小满', 'receiver'],
    ['林', 'receiver'],
    ['猪小姐', 'nick'],
    ['amy', 'nick'],
    ['保温杯', 'product'],
    ['169', 'amount'],
    ['¥169.00', 'amount'],
    ['169元', 'amount'],
    ['zxj', 'pinyin'],
  ])('%s, by its %s', (text, by) => {
    expect(aShopWithOrders().find(text)).toEqual([['one', by]]);
  });

  it('never by what only looks like it', () => {
    const { find } = aShopWithOrders();
    for (const text of ['029', '999040291', '%', '_____', "';--", '1', '168.99'])
      expect(find(text)).toEqual([]);
  });

  it('the closest first, and of the equally close ones the newest', () => {
    const { find } = aShopWithOrders();
    expect(find('33043700000000')).toEqual([
      ['two', 'no'],
      ['one', 'no'],
    ]);
  });

  it('the newest of one name, however many it has', () => {
    const { db, find } = aShopWithOrders();
    for (let number = 0; number < 60; number++) {
      insertOrder(db, {
        id: `again-${number}` as OrderId,
        no: `55${number}`,
        customerId: 'wang' as CustomerId,
        receiverName: '菜鸟驿站',
        placedAtMs: PLACED_AT_MS + (number + 2) * MINUTE,
      });
    }
    expect(find('听雨的猫')[0]).toEqual(['again-59', 'nick']);
    expect(find('的猫')[0]).toEqual(['again-59', 'nick']);
    expect(find('菜鸟')[0]).toEqual(['again-59', 'receiver']);
  });

  it('the same in the list of orders', () => {
    const { list } = aShopWithOrders();
    const asked = { ...EVERY_ORDER, sort: 'newest', offset: 0, limit: 10 } as const;
    expect(list.page({ ...asked, text: '4045' }).orders.map(({ id }) => id)).toEqual(['one']);
    expect([...list.all({ ...asked, text: '猪小姐' })].map(({ id }) => id)).toEqual(['one']);
    expect(list.count({ ...asked, text: '四件套' })).toBe(1);
  });

  it('stays true after customers came, and after they were taken back with their orders', () => {
    const { db, find } = aShopWithOrders();
    expect(find('猪小姐')).toHaveLength(1);
    insertCustomer(db, { id: 'new' as CustomerId, nick: '夜里的猪小姐' });
    insertOrder(db, { id: 'three' as OrderId, no: '77', customerId: 'new' as CustomerId, placedAtMs: null });
    expect(find('猪小姐').map(([id]) => id)).toEqual(['one', 'three']);

    db.prepare('DELETE FROM orders WHERE id = ?').run('three');
    createCustomerStore(db).removeIfUnused('new' as CustomerId, 0);
    expect(find('夜里的')).toEqual([]);

    // The row of the one who is gone is given to another.
    insertCustomer(db, { id: 'other' as CustomerId, nick: '清晨的狗先生' });
    insertOrder(db, { id: 'four' as OrderId, no: '78', customerId: 'other' as CustomerId });
    expect(find('夜里的')).toEqual([]);
    expect(find('狗先生')).toEqual([['four', 'nick']]);
  });

  it('any tail of four digits or more finds its order', () => {
    const { find } = aShopWithOrders();
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 19 }), (length) => {
        const no = '3304370000000050777';
        expect(find(no.slice(-length)).map(([id]) => id)).toContain('two');
      }),
    );
  });
});

describe('each search of an order reads an index', () => {
  it.each([
    ['330437', ['orders_by_no', 'orders_by_tracking', 'customers_by_nick', 'orders_by_receiver']],
    [
      '040291',
      ['orders_by_no_tail', 'orders_by_mobile_tail', 'orders_by_phone_tail', 'orders_by_tracking_tail'],
    ],
    ['169', ['orders_by_amount']],
    ['猪小姐', ['customers_by_nick', 'orders_by_time']],
  ])('%s', (text, indexes) => {
    const plans = plansOf((db) => createOrderSearch(db).find(text, 40)).join('\n');
    for (const index of indexes) expect(plans).toContain(index);
    // The product alone is read by time, and never further than a few thousand orders.
    expect(plans.replaceAll('SCAN orders USING INDEX orders_by_time', '')).not.toMatch(
      /SCAN (orders|customers|o|c)\b/,
    );
  });
});

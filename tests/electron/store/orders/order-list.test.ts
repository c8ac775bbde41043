import { describe, expect, it } from 'vitest';
import { createOrderList, type OrderQuery } from '../../../../electron/store/orders/order-list.ts';
import type { CustomerId, OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import { EVERY_ORDER } from '../../../../shared/domain/orders/order-list.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const QUERY: OrderQuery = { ...EVERY_ORDER, sort: 'newest', offset: 0, limit: 50 };

function someOrders() {
  const { db } = createMemoryStore();
  insertShop(db);
  const li = insertCustomer(db, { id: 'li' as CustomerId, nick: '小李爱购物' });
  const wang = insertCustomer(db, { id: 'wang' as CustomerId, nick: '王小明' });
  const put = (number: number, overrides: object) =>
    insertOrder(db, {
      id: `o${number}` as OrderId,
      no: `330${number}`,
      placedAtMs: PLACED_AT_MS + number * MINUTE,
      ...overrides,
    });
  put(1, { customerId: li.id, payableFen: 500 });
  put(2, { customerId: wang.id, status: 'paid', payableFen: 900 });
  put(3, { customerId: li.id, trackingNo: 'SF123', status: 'shipped', payableFen: 100 });
  const list = createOrderList(db);
  const find = (query: Partial<OrderQuery>) => list.page({ ...QUERY, ...query }).orders.map(({ no }) => no);
  return { list, find };
}

describe('X1: an order is found by what an agent has at hand', () => {
  it('by the beginning of its number, by the nick, or by the tracking number', () => {
    const { find } = someOrders();
    expect(find({ text: '330' })).toEqual(['3303', '3302', '3301']);
    expect(find({ text: '小李' })).toEqual(['3303', '3301']);
    expect(find({ text: 'SF123' })).toEqual(['3303']);
    expect(find({ text: '爱购物' })).toEqual(['3303', '3301']);
  });

  it('in a shop, by status, in the order that was asked for', () => {
    const { find } = someOrders();
    expect(find({ status: 'paid' })).toEqual(['3302']);
    expect(find({ shopId: 'other' as ShopId })).toEqual([]);
    expect(find({ sort: 'oldest' })).toEqual(['3301', '3302', '3303']);
    expect(find({ sort: 'amount' })).toEqual(['3302', '3301', '3303']);
    expect(find({ status: 'shipped', text: '小李' })).toEqual(['3303']);
  });

  it('page by page, with the number of them all', () => {
    const { list } = someOrders();
    const { orders, total } = list.page({ ...QUERY, offset: 1, limit: 1 });
    expect([orders.map(({ no }) => no), total]).toEqual([['3302'], 3]);
  });

  it('takes a wild card for what it is', () => {
    const { find } = someOrders();
    expect([find({ text: '%' }), find({ text: "'; DROP TABLE orders --" })]).toEqual([[], []]);
  });

  it.each<[string, Partial<OrderQuery>, string]>([
    ['all, newest first', {}, 'orders_by_time'],
    ['all, by amount', { sort: 'amount' }, 'orders_by_amount'],
    ['a shop', { shopId: 'shop-1' as ShopId }, 'orders_by_shop_and_time'],
    ['a status', { status: 'unpaid' }, 'orders_by_status'],
    ['a status of a shop', { shopId: 'shop-1' as ShopId, status: 'unpaid' }, 'orders_by_status'],
    ['a shop, by amount', { shopId: 'shop-1' as ShopId, sort: 'amount' }, 'orders_by_amount'],
    ['what is over, by amount', { status: 'completed', sort: 'amount' }, 'orders_by_amount'],
  ])('reads %s by its index and sorts nothing', (_title, query, index) => {
    const plans = plansOf((db) => createOrderList(db).page({ ...QUERY, ...query })).join('\n');
    expect(plans).toContain(index);
    expect(plans).not.toContain('USE TEMP B-TREE');
  });

  it('sorts the few live orders by amount instead of passing all others', () => {
    const query = { ...QUERY, status: 'unpaid', sort: 'amount' } as const;
    const plans = plansOf((db) => createOrderList(db).page(query)).join('\n');
    expect(plans).toContain('USING INDEX orders_by_status');
  });

  it.each<Partial<OrderQuery>>([
    {},
    { shopId: 'shop-1' as ShopId },
    { status: 'completed' },
    { shopId: 'shop-1' as ShopId, status: 'closed', sort: 'amount' },
  ])('finds the few hits of a text by their indexes, whatever else is asked for: %j', (query) => {
    const plans = plansOf((db) => createOrderList(db).page({ ...QUERY, ...query, text: '小李' })).join('\n');
    expect(plans).toMatch(/SEARCH orders USING INTEGER PRIMARY KEY/);
    expect(plans).not.toMatch(/orders_by_(status|shop|amount)/);
  });

  it('exports every hit of a text, however many there are', () => {
    const { db } = createMemoryStore();
    insertShop(db);
    const orders = Array.from({ length: 2100 }, (_, number) => String(33_000 + number));
    db.transaction(() => orders.forEach((no) => insertOrder(db, { id: no as OrderId, no })))();
    expect([...createOrderList(db).all({ ...EVERY_ORDER, text: '3' })]).toHaveLength(2100);
  });
});

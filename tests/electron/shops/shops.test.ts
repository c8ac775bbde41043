import { describe, expect, it } from 'vitest';
import { createShops } from '../../../electron/shops/shops.ts';
import { shopIdOf } from '../../../electron/store/identity.ts';
import { createSampleStore } from '../../../electron/store/team/sample-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../support/memory-store.ts';

function someShops() {
  const { db } = createMemoryStore();
  const store = createShopStore(db);
  const shops = createShops({
    shops: store,
    clock: createFakeClock(Date.parse('2026-06-10T08:00:00+08:00')),
    shopIdOf,
  });
  return { db, shops };
}

describe('P1: each shop has its own chase settings', () => {
  it('starts with the default ladder', () => {
    const { shops } = someShops();
    expect(shops.add({ name: '示例旗舰店', platform: 'tmall' }).settings.chase.preset).toBe('default');
  });

  it('has one shop of a name on a platform, also after one was renamed', () => {
    const { shops } = someShops();
    const shop = shops.add({ name: '甲店', platform: 'tmall' });
    expect(() => shops.add({ name: '甲店', platform: 'tmall' })).toThrow('已有名为');
    expect(shops.rename(shop.id, '乙店').id).toBe(shop.id);
    expect(() => shops.add({ name: '甲店', platform: 'tmall' })).toThrow('曾用名');
    expect(shops.add({ name: '甲店', platform: 'douyin' }).name).toBe('甲店');
  });
});

describe('the sample shop', () => {
  it('leaves with its orders and customers, and takes nothing of a real shop along', () => {
    const { db } = createMemoryStore();
    const real = insertShop(db);
    const sample = insertShop(db, { id: shopIdOf('taobao', '示例店铺'), name: '示例店铺', isSample: true });
    const shared = insertCustomer(db, { id: 'both' as CustomerId });
    const alone = insertCustomer(db, { id: 'alone' as CustomerId, nick: '清风' });
    insertOrder(db, { id: 'o1' as OrderId, shopId: real.id, no: '1000001', customerId: shared.id });
    insertOrder(db, { id: 'o2' as OrderId, shopId: sample.id, no: '1000002', customerId: shared.id });
    insertOrder(db, { id: 'o3' as OrderId, shopId: sample.id, no: '1000003', customerId: alone.id });
    createSampleStore(db).removeShop(sample.id);
    expect(db.prepare('SELECT id FROM orders').all()).toEqual([{ id: 'o1' }]);
    expect(db.prepare('SELECT id FROM customers').all()).toEqual([{ id: 'both' }]);
    expect(createShopStore(db).list()).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { shopIdOf } from '../../../electron/store/identity.ts';
import { createSampleStore } from '../../../electron/store/team/sample-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import type { ActivityId, CustomerId, OrderId, ShopId } from '../../../shared/domain/ids.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../support/memory-store.ts';

function someShops() {
  const { db } = createMemoryStore();
  const core = createCore({ db, clock: createFakeClock(Date.parse('2026-06-10T08:00:00+08:00')) });
  const { shops, session, stores } = core;
  const agent = session.addAgent({ name: '小满', role: 'agent', pin: null });
  session.signIn(agent.id, null);
  return {
    shops,
    undo: (activityId: ActivityId) => core.undoActivity(activityId, session.actor()),
    nameOf: (id: ShopId) => stores.shops.get(id)?.name,
    onRecord: (id: ShopId) =>
      stores.activities.listOf({ kind: 'shop', id }).map(({ kind, agentId }) => [kind, agentId === agent.id]),
  };
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
    shops.rename(shop.id, '乙店');
    expect(() => shops.add({ name: '甲店', platform: 'tmall' })).toThrow('曾用名');
    expect(shops.add({ name: '甲店', platform: 'douyin' }).name).toBe('甲店');
  });
});

describe('the name of a shop', () => {
  it('is on record with who gave it, and is given back by the one undo', () => {
    const { shops, undo, nameOf, onRecord } = someShops();
    const { id } = shops.add({ name: '甲店', platform: 'tmall' });
    expect(shops.rename(id, '甲店')).toBeNull();
    const renamed = shops.rename(id, '乙店');
    if (!renamed) throw new Error('The name is another one');
    expect([renamed.message, nameOf(id)]).toEqual(['已改名为「乙店」', '乙店']);
    undo(renamed.activityId);
    expect(nameOf(id)).toBe('甲店');
    expect(onRecord(id)).toEqual([
      ['undone', true],
      ['shop-renamed', true],
      ['shop-added', true],
    ]);
  });

  it('is not given back where another shop has it now', () => {
    const { shops, undo, nameOf } = someShops();
    const first = shops.add({ name: '甲店', platform: 'tmall' });
    const renamed = shops.rename(first.id, '乙店');
    const second = shops.add({ name: '丙店', platform: 'tmall' });
    shops.rename(second.id, '甲店');
    if (!renamed) throw new Error('The name is another one');
    expect(() => undo(renamed.activityId)).toThrow('已有名为「甲店」的店铺');
    expect(nameOf(first.id)).toBe('乙店');
  });
});

describe('the sample shop', () => {
  it('leaves with its orders and customers, and takes nothing of a real shop along', () => {
    const { db, inTransaction } = createMemoryStore();
    const real = insertShop(db);
    const sample = insertShop(db, { id: shopIdOf('taobao', '示例店铺'), name: '示例店铺', isSample: true });
    const shared = insertCustomer(db, { id: 'both' as CustomerId });
    const alone = insertCustomer(db, { id: 'alone' as CustomerId, nick: '清风' });
    insertOrder(db, { id: 'o1' as OrderId, shopId: real.id, no: '1000001', customerId: shared.id });
    insertOrder(db, { id: 'o2' as OrderId, shopId: sample.id, no: '1000002', customerId: shared.id });
    insertOrder(db, { id: 'o3' as OrderId, shopId: sample.id, no: '1000003', customerId: alone.id });
    inTransaction(() => createSampleStore(db).removeShop(sample.id));
    expect(db.prepare('SELECT id FROM orders').all()).toEqual([{ id: 'o1' }]);
    expect(db.prepare('SELECT id FROM customers').all()).toEqual([{ id: 'both' }]);
    expect(createShopStore(db).list()).toHaveLength(1);
  });

  it('takes along what any table holds of it, whatever refers to what', () => {
    const { db, inTransaction } = createMemoryStore();
    const sample = insertShop(db, { id: shopIdOf('taobao', '示例店铺'), name: '示例店铺', isSample: true });
    db.exec(/* sql */ `
      CREATE TABLE a_parcels (id TEXT PRIMARY KEY, shop_id TEXT REFERENCES shops (id)) STRICT;
      CREATE TABLE b_scans (parcel_id TEXT REFERENCES a_parcels (id), shop_id TEXT REFERENCES shops (id)) STRICT;
      INSERT INTO a_parcels VALUES ('p', '${sample.id}');
      INSERT INTO b_scans VALUES ('p', '${sample.id}');`);
    inTransaction(() => createSampleStore(db).removeShop(sample.id));
    expect(db.prepare('SELECT count(*) FROM a_parcels').pluck().get()).toBe(0);
    expect(createShopStore(db).list()).toEqual([]);
  });
});

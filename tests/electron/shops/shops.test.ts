import { describe, expect, it } from 'vitest';
import { createShops } from '../../../electron/shops/shops.ts';
import { shopIdOf } from '../../../electron/store/identity.ts';
import { createSampleStore } from '../../../electron/store/team/sample-store.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import { AppSettings, DEFAULT_APP_SETTINGS } from '../../../shared/domain/app-settings.ts';
import { CHASE_PRESET_SETTINGS } from '../../../shared/domain/chase-settings.ts';
import type { CustomerId, OrderId } from '../../../shared/domain/ids.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertCustomer, insertOrder, insertShop } from '../../support/memory-store.ts';

function someShops() {
  const { db } = createMemoryStore();
  const store = createShopStore(db);
  const saved: string[] = [];
  const shops = createShops({
    shops: store,
    clock: createFakeClock(Date.parse('2026-06-10T08:00:00+08:00')),
    shopIdOf,
    saveAndRefresh: (shop) => {
      store.save(shop);
      saved.push(shop.id);
    },
  });
  return { db, shops, saved };
}

describe('P1: each shop has its own chase settings', () => {
  it('starts with the default ladder', () => {
    const { shops } = someShops();
    expect(shops.add({ name: '示例旗舰店', platform: 'tmall' }).settings.chase.preset).toBe('default');
  });

  it('keeps what was set, and has the tasks of the shop worked out anew', () => {
    const { shops, saved } = someShops();
    const shop = shops.add({ name: '示例旗舰店', platform: 'tmall' });
    shops.saveSettings(shop.id, { ...shop.settings, chase: CHASE_PRESET_SETTINGS['group-buy'] });
    expect(shops.existing(shop.id).settings.chase.preset).toBe('group-buy');
    expect(saved).toEqual([shop.id]);
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

describe('the settings of this PC', () => {
  it('reads back what was written, and nothing where an old build wrote something else', () => {
    const settings = createSettingsStore(createMemoryStore().db);
    settings.write('appSettings', { ...DEFAULT_APP_SETTINGS, theme: 'dark' });
    expect(settings.read('appSettings', AppSettings)?.theme).toBe('dark');
    settings.write('appSettings', { theme: 'neon' });
    expect(settings.read('appSettings', AppSettings)).toBeUndefined();
    expect(settings.read('nothing', AppSettings)).toBeUndefined();
  });
});

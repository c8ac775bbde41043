import { describe, expect, it } from 'vitest';
import { createShopHandlers } from '../../../electron/shops/shop-handlers.ts';
import { createShops } from '../../../electron/shops/shops.ts';
import { shopIdOf } from '../../../electron/store/identity.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import { DEFAULT_SHOP_SETTINGS, type ShopSettings } from '../../../shared/domain/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

function anAgentsDesk() {
  const { db } = createMemoryStore();
  const store = createShopStore(db);
  const shops = createShops({
    shops: store,
    clock: createFakeClock(0),
    shopIdOf,
    saveAndRefresh: (shop) => store.save(shop),
  });
  const { id } = shops.add({ name: '示例旗舰店', platform: 'tmall' });
  const handlers = createShopHandlers({
    shops,
    installSample: () => shops.existing(id),
    removeSample: () => {},
    requireLeadIfAny: () => {
      throw new AppError('invalid-input', '须由主管或经理操作');
    },
    changed: () => {},
  });
  return (changes: Partial<ShopSettings>) =>
    handlers['shops.saveSettings']({ id, settings: { ...DEFAULT_SHOP_SETTINGS, ...changes } }).settings;
}

describe('R10 R13: what an agent may set', () => {
  it('is how the shop chases, not how far agents may go nor what they must not say', () => {
    const save = anAgentsDesk();
    const { concession, wording } = DEFAULT_SHOP_SETTINGS;
    expect(save({ grade: { vipPaidOrders: 9, vipPaidFen: 1 } }).grade.vipPaidOrders).toBe(9);
    expect(() => save({ concession: { ...concession, limitFen: 100_000 } })).toThrow('须由主管或经理操作');
    expect(() => save({ wording: { ...wording, onCopy: 'block' } })).toThrow('须由主管或经理操作');
  });
});

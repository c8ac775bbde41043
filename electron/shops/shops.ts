import type { ShopId } from '../../shared/domain/ids.ts';
import { DEFAULT_SHOP_SETTINGS, type NewShop, type Platform, type Shop } from '../../shared/domain/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { ShopStore } from '../store/team/shop-store.ts';

type Dependencies = {
  readonly shops: ShopStore;
  readonly clock: Clock;
  readonly shopIdOf: (platform: Platform, name: string) => ShopId;
};

export type Shops = ReturnType<typeof createShops>;

export function createShops({ shops, clock, shopIdOf }: Dependencies) {
  function existing(id: ShopId): Shop {
    const shop = shops.get(id);
    if (!shop) throw new AppError('not-found', '该店铺已不存在');
    return shop;
  }

  function refuseTakenName(platform: Platform, name: string): void {
    if (shops.findByName(platform, name)) throw new AppError('conflict', `已有名为「${name}」的店铺`);
  }

  return {
    list: () => shops.list(),
    existing,

    add({ name, platform }: NewShop, isSample = false): Shop {
      refuseTakenName(platform, name);
      const shop = {
        id: shopIdOf(platform, name),
        name,
        platform,
        isSample,
        settings: DEFAULT_SHOP_SETTINGS,
      };
      // The id comes from the name, so a shop that was renamed still holds its first one.
      if (shops.get(shop.id)) throw new AppError('conflict', `「${name}」是另一家店铺的曾用名，请换一个名称`);
      shops.add(shop, clock.now());
      return shop;
    },

    rename(id: ShopId, name: string): Shop {
      const shop = existing(id);
      if (shop.name === name) return shop;
      refuseTakenName(shop.platform, name);
      shops.rename(id, name);
      return { ...shop, name };
    },
  };
}

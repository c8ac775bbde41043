import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ShopId } from '../../shared/domain/ids.ts';
import { requireShop } from '../../shared/domain/team/require-team.ts';
import {
  DEFAULT_SHOP_SETTINGS,
  type NewShop,
  type Platform,
  type Shop,
} from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Act } from '../kernel/activities/act.ts';
import type { ShopStore } from '../store/team/shop-store.ts';
import type { UndoHooks } from '../store/undoable-table.ts';

type Dependencies = {
  readonly shops: ShopStore;
  readonly act: Act;
  /** The agent who adds or renames a shop now. */
  readonly actor: () => Actor;
  readonly shopIdOf: (platform: Platform, name: string) => ShopId;
};

type Names = Pick<ShopStore, 'findByName'>;

export type Shops = ReturnType<typeof createShops>;

export function createShops({ shops, act, actor, shopIdOf }: Dependencies) {
  const about = ({ id, name }: Pick<Shop, 'id' | 'name'>) => ({
    subject: { kind: 'shop', id } as const,
    data: { text: name },
    rows: [{ table: 'shops', id }],
  });

  function requireNew(shop: Shop): void {
    const { id, name } = shop;
    requireFreeName(shops, shop);
    // The id comes from the name, so a shop that was renamed still holds its first one.
    if (shops.get(id)) throw new AppError('conflict', `「${name}」是另一家店铺的曾用名，请换一个名称`);
  }

  return {
    list: () => shops.list(),
    existing: (id: ShopId) => requireShop(shops, id),

    add({ name, platform }: NewShop, isSample = false): Shop {
      const shop = {
        id: shopIdOf(platform, name),
        name,
        platform,
        isSample,
        settings: DEFAULT_SHOP_SETTINGS,
      };
      const by = actor();
      act(by, () => {
        requireNew(shop);
        return {
          ...about(shop),
          kind: 'shop-added',
          write: () => shops.add(shop, by.nowMs),
          message: `已添加店铺「${name}」`,
        };
      });
      return shop;
    },

    /** `null`: that is its name already. */
    rename(id: ShopId, name: string): Recorded | null {
      if (requireShop(shops, id).name === name) return null;
      return act(actor(), () => {
        requireFreeName(shops, { ...requireShop(shops, id), name });
        return {
          ...about({ id, name }),
          kind: 'shop-renamed',
          write: () => shops.rename(id, name),
          message: `已改名为「${name}」`,
        };
      });
    },

    /** Takes the shop out of the store with all that `remove` takes along. */
    removeSample(id: ShopId, remove: () => void): void {
      act(actor(), () => {
        const shop = requireShop(shops, id);
        return { ...about(shop), kind: 'sample-removed', write: remove, message: `已移除「${shop.name}」` };
      });
    },
  };
}

/** The name of before may have gone to another shop meanwhile. */
export function createShopUndoHooks(shops: Names & Pick<ShopStore, 'get'>): UndoHooks {
  return {
    table: 'shops',
    before(id, fields) {
      // The id is that of a shop, as the table says.
      const shop = shops.get(id as ShopId);
      if (shop) requireFreeName(shops, { ...shop, ...fields });
    },
  };
}

/** Only the names of a platform's own shops tell them apart. */
function requireFreeName(shops: Names, { platform, name }: Pick<Shop, 'platform' | 'name'>): void {
  if (shops.findByName(platform, name)) throw new AppError('conflict', `已有名为「${name}」的店铺`);
}

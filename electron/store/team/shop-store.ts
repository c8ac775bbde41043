import type { ShopId } from '../../../shared/domain/ids.ts';
import { Platform, type Shop, ShopSettings } from '../../../shared/domain/shop.ts';
import type { WritableDb } from '../connection.ts';

type ShopRow = {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly is_sample: number;
  readonly settings: string;
};

function toShop(row: ShopRow): Shop {
  return {
    id: row.id as ShopId,
    name: row.name,
    platform: Platform.parse(row.platform),
    isSample: row.is_sample === 1,
    settings: ShopSettings.parse(JSON.parse(row.settings)),
  };
}

export type ShopStore = ReturnType<typeof createShopStore>;

export function createShopStore(db: WritableDb) {
  const select = db.prepare<[string], ShopRow>('SELECT * FROM shops WHERE id = ?');
  const selectAll = db.prepare<[], ShopRow>('SELECT * FROM shops ORDER BY is_sample, created_at_ms, name');
  const selectByName = db.prepare<[string, string], ShopRow>(
    'SELECT * FROM shops WHERE platform = ? AND name = ?',
  );
  const insert = db.prepare<[string, string, string, number, string, number]>(/* sql */ `
    INSERT INTO shops (id, platform, name, is_sample, settings, created_at_ms) VALUES (?, ?, ?, ?, ?, ?)`);
  const update = db.prepare<[string, string, string]>('UPDATE shops SET name = ?, settings = ? WHERE id = ?');

  return {
    get(id: ShopId): Shop | undefined {
      const row = select.get(id);
      return row && toShop(row);
    },
    list: (): Shop[] => selectAll.all().map(toShop),
    findByName(platform: Platform, name: string): Shop | undefined {
      const row = selectByName.get(platform, name);
      return row && toShop(row);
    },
    add(shop: Shop, nowMs: number): void {
      insert.run(
        shop.id,
        shop.platform,
        shop.name,
        Number(shop.isSample),
        JSON.stringify(shop.settings),
        nowMs,
      );
    },
    save(shop: Shop): void {
      update.run(shop.name, JSON.stringify(shop.settings), shop.id);
    },
  };
}

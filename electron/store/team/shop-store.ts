import type { ShopId } from '../../../shared/domain/ids.ts';
import { Platform, Shop } from '../../../shared/domain/team/shop.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';
import { memoryOf } from './connection-memory.ts';
import { createSettingsReader } from './settings-store.ts';

type ShopRow = {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly is_sample: number;
};

/** The change log keeps this much of a shop: its settings are rows of their own. */
const RecordedShop = Shop.omit({ settings: true });

export type ShopStore = ReturnType<typeof createShopStore>;

/** Shops with what is set for them. Lists look a shop up for every row, so they are remembered. */
export function createShopStore(db: WritableDb) {
  const select = db.prepare<[string], ShopRow>(
    'SELECT id, platform, name, is_sample FROM shops WHERE id = ?',
  );
  const selectAll = db.prepare<[], ShopRow>(
    'SELECT id, platform, name, is_sample FROM shops ORDER BY is_sample, created_at_ms, name',
  );
  const insert = db.prepare<[string, string, string, number, number]>(/* sql */ `
    INSERT INTO shops (id, platform, name, is_sample, created_at_ms) VALUES (?, ?, ?, ?, ?)`);
  const update = db.prepare<[string, string]>('UPDATE shops SET name = ? WHERE id = ?');
  const memory = memoryOf(db);
  const settings = createSettingsReader(db);

  function toShop(row: ShopRow): Shop {
    const id = row.id as ShopId;
    return {
      id,
      name: row.name,
      platform: Platform.parse(row.platform),
      isSample: row.is_sample === 1,
      settings: settings.ofShop(id),
    };
  }

  const list = (): Shop[] => memory.remember('shops', () => selectAll.all().map(toShop));

  const get = (id: ShopId): Shop | undefined =>
    memory.remember(`shop ${id}`, () => {
      const row = select.get(id);
      return row && toShop(row);
    });
  function rename(id: ShopId, name: string): void {
    update.run(name, id);
    memory.forget();
  }

  return {
    undoable: undoableTable({
      table: 'shops',
      recorded: RecordedShop,
      guarded: ['name'],
      get: (id) => get(id as ShopId),
      save: ({ id, name }) => rename(id, name),
    }),
    get,
    list: (): Shop[] => [...list()],
    findByName: (platform: Platform, name: string): Shop | undefined =>
      list().find((shop) => shop.platform === platform && shop.name === name),
    /** A new shop has the defaults of every domain until somebody saves others. */
    add(shop: Omit<Shop, 'settings'>, nowMs: number): void {
      insert.run(shop.id, shop.platform, shop.name, Number(shop.isSample), nowMs);
      memory.forget();
    },
    rename,
  };
}

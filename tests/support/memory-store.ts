import { writeFileSync } from 'node:fs';
import {
  createInTransaction,
  type InTransaction,
  openDatabase,
  type WritableDb,
} from '../../electron/store/connection.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { toExtraText } from '../../electron/store/orders/extra-text.ts';
import { orderColumn } from '../../electron/store/orders/order-row.ts';
import { createSettingsStore } from '../../electron/store/team/settings-store.ts';
import { createShopStore } from '../../electron/store/team/shop-store.ts';
import type { AgentId, ShopId } from '../../shared/domain/ids.ts';
import type { Customer } from '../../shared/domain/orders/customer.ts';
import type { Order, OrderItem } from '../../shared/domain/orders/order.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { DEFAULT_SHOP_SETTINGS, type Shop } from '../../shared/domain/team/shop.ts';
import { aCustomer, anItem, anOrder } from './records/an-order.ts';

type MemoryStore = { readonly db: WritableDb; readonly inTransaction: InTransaction };
type Options = {
  /** Called with every statement that runs. */
  readonly onStatement?: (sql: string) => void;
};

/** The bytes of an empty store: to bring each one through all migrations would cost a property test its time. */
let emptyStore: Buffer | undefined;

function makeEmptyStore(): Buffer {
  const db = openDatabase(':memory:');
  migrate(db);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

const emptyStoreBytes = (): Buffer => (emptyStore ??= makeEmptyStore());

/** An empty store in a file, with the newest schema: for threads, second connections and what lies beside a store. */
export function createStoreFile(path: string, options: Options = {}): WritableDb {
  writeFileSync(path, emptyStoreBytes());
  return openDatabase(path, options);
}

/** An empty store in memory, with the newest schema. */
export function createMemoryStore(options: Options = {}): MemoryStore {
  const db = openDatabase(emptyStoreBytes(), options);
  return { db, inTransaction: createInTransaction(db) };
}

export function insertShop(db: WritableDb, overrides: Partial<Shop> = {}): Shop {
  const shop: Shop = {
    id: 'shop-1' as ShopId,
    name: '测试店铺',
    platform: 'taobao',
    isSample: false,
    settings: DEFAULT_SHOP_SETTINGS,
    ...overrides,
  };
  createShopStore(db).add(shop, 0);
  const settings = createSettingsStore(db);
  for (const [key, values] of Object.entries(shop.settings)) settings.save(shop.id, key, values);
  return shop;
}

export function insertAgent(db: WritableDb, overrides: Partial<Agent> = {}): Agent {
  const agent: Agent = {
    id: 'agent-1' as AgentId,
    name: '小王',
    role: 'agent',
    hasPin: false,
    isArchived: false,
    ...overrides,
  };
  db.prepare(
    /* sql */ `INSERT INTO agents (id, name, role, pin_hash, is_archived, created_at_ms) VALUES (?, ?, ?, ?, ?, 0)`,
  ).run(agent.id, agent.name, agent.role, agent.hasPin ? 'hash' : null, agent.isArchived ? 1 : 0);
  return agent;
}

export function insertCustomer(db: WritableDb, overrides: Partial<Customer> = {}): Customer {
  const customer = aCustomer(overrides);
  db.prepare(
    /* sql */ `INSERT INTO customers (id, platform, nick, display_name, is_masked, note, group_override, created_at_ms)
      VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run(
    customer.id,
    customer.platform,
    customer.nick,
    customer.displayName,
    customer.isMasked ? 1 : 0,
    customer.note,
    customer.groupOverride,
  );
  return customer;
}

/** Inserts the order, or puts it in the place of the one with its id. Its shop and customer must be there. */
export function insertOrder(db: WritableDb, overrides: Partial<Order> = {}): Order {
  const order = anOrder(overrides);
  const stored = Object.entries(order).map(([field, value]): [string, unknown] => [
    // The keys of an order are its fields.
    orderColumn(field as keyof Order),
    field === 'extra' ? toExtraText(order.extra) : value,
  ]);
  const columns = stored.map(([column]) => column);
  const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  db.prepare(
    /* sql */ `INSERT INTO orders (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT (id) DO UPDATE SET ${updates}`,
  ).run(stored.map(([, value]) => value));
  return order;
}

export function insertItem(db: WritableDb, overrides: Partial<OrderItem> = {}): OrderItem {
  const item = anItem(overrides);
  db.prepare(
    /* sql */ `INSERT INTO order_items (order_id, line_no, title, sku, quantity, price_fen) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(item.orderId, item.lineNo, item.title, item.sku, item.quantity, item.priceFen);
  return item;
}

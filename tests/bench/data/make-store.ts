import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createCore } from '../../../electron/core.ts';
import { openDatabase, type WritableDb } from '../../../electron/store/connection.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { repositoryRoot } from '../../../scripts/lib/paths.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { fillOrders } from './fill-orders.ts';
import { fillScripts } from './fill-scripts.ts';
import { BENCH_NOW_MS } from './invented.ts';

export type StoreSize = { readonly orders: number; readonly scripts: number };

export const benchFolder = join(repositoryRoot, 'out', 'bench');
export const BENCH_SHOP = { platform: 'tmall', name: '示例旗舰店' } as const;

const MIGRATIONS = join(repositoryRoot, 'electron/store/migrations');
const FILLED_BY = ['invented.ts', 'make-store.ts', 'fill-orders.ts', 'fill-scripts.ts', 'first-store.ts'];

/** A store is made anew when the schema changes, or what is put into it. */
function inputsHash(): string {
  const paths = [
    ...readdirSync(MIGRATIONS).map((name) => join(MIGRATIONS, name)),
    ...FILLED_BY.map((name) => join(import.meta.dirname, name)),
    // The size of the pages.
    join(repositoryRoot, 'electron/store/connection.ts'),
  ];
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

function setUp(db: WritableDb) {
  migrate(db);
  const core = createCore({ db, clock: createFakeClock(BENCH_NOW_MS) });
  const shop = core.shops.add(BENCH_SHOP);
  const agent = core.session.addAgent({ name: '小满', role: 'manager', pin: null });
  core.stores.settings.save(APP_SCOPE, 'reminders', { reminderChecked: true });
  core.installStartersOnce();
  return { shopId: shop.id, agentId: agent.id };
}

function fill(path: string, { orders, scripts }: StoreSize): void {
  const db = openDatabase(path);
  // A store that is not finished is thrown away, so nothing here needs to survive a crash.
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  db.pragma('cache_size = -1000000');
  const ids = setUp(db);
  db.transaction(() => {
    fillOrders(db, { ...ids, count: orders });
    fillScripts(db, scripts);
  })();
  db.pragma('journal_mode = WAL');
  db.close();
}

/** The path of a store of this name, filled if there is none yet. A test that writes takes a copy. */
export function keptStore(name: string, fillAt: (path: string) => void): string {
  mkdirSync(benchFolder, { recursive: true });
  const kind = `${name}-`;
  const path = join(benchFolder, `${kind}${inputsHash()}.db`);
  if (existsSync(path)) return path;
  // A million orders take more than a gigabyte, and those of an older schema are of no use.
  for (const old of readdirSync(benchFolder).filter((each) => each.startsWith(kind))) {
    rmSync(join(benchFolder, old));
  }
  console.error(`Making ${name} …`);
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  fillAt(unfinished);
  renameSync(unfinished, path);
  return path;
}

export function storeWith(size: StoreSize): string {
  return keptStore(`store-${size.orders}-${size.scripts}`, (path) => fill(path, size));
}

export function copyOfStore(path: string, name: string): string {
  const folder = join(benchFolder, 'work', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, 'xiaoer.db');
  copyFileSync(path, copy);
  return copy;
}

export function emptyStore(name: string): string {
  return copyOfStore(storeWith({ orders: 0, scripts: 0 }), name);
}

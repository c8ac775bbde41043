import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { createStoreFile, insertOrder, insertShop } from '../../../support/memory-store.ts';

export const NOW = Date.parse('2026-06-10T18:00:00+08:00');

/** A store with a shop, an order and a picture, in a folder of its own. */
export function createUsedStore() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-backups-'));
  const path = join(folder, 'xiaoer.db');
  let db: WritableDb = createStoreFile(path);
  insertShop(db);
  insertOrder(db);
  return {
    folder,
    path,
    backups: join(folder, 'backups'),
    get db() {
      return db;
    },
    addOrder: (no: string) => insertOrder(db, { no, id: `order-${no}` as never }),
    addPicture(text: string): string {
      const name = `${hash('sha256', text)}.png`;
      mkdirSync(join(folder, 'pictures'), { recursive: true });
      writeFileSync(join(folder, 'pictures', name), text);
      return name;
    },
    /** After the test has closed it and done something to the file. */
    reopen() {
      db = openDatabase(path);
    },
    /** Overwrites the first page of the table or index, as a bad disk would. */
    damage(name: string) {
      const select = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?');
      const pageBytes = Number(db.pragma('page_size', { simple: true }));
      const at = ((select.pluck().get(name) ?? 1) - 1) * pageBytes;
      db.close();
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xa5, at, at + pageBytes));
      db = openDatabase(path);
    },
    remove() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type UsedStore = ReturnType<typeof createUsedStore>;

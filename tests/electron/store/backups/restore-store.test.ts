import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../../electron/store/backups/back-up.ts';
import { restoreStore } from '../../../../electron/store/backups/restore-store.ts';
import { openDatabase } from '../../../../electron/store/connection.ts';
import { createUsedStore, NOW, type UsedStore } from './a-used-store.ts';

let store: UsedStore;
let from: string;
beforeEach(() => {
  store = createUsedStore();
  from = backUp(store.db, { nowMs: NOW, reason: 'day-end' }).file;
});
afterEach(() => store.remove());

const restore = () => restoreStore({ from, databasePath: store.path, nowMs: NOW });
const ordersNow = () => {
  store.reopen();
  return store.db.prepare('SELECT count(*) FROM orders').pluck().get();
};

describe('X6: a store comes back from a backup', () => {
  it('puts the backup in its place and keeps the bad file with its log beside it', () => {
    store.addOrder('since then');
    const wal = readFileSync(`${store.path}-wal`);
    store.db.close();
    writeFileSync(`${store.path}-wal`, wal);
    truncateSync(store.path, 5000);
    const { content, kept } = restore();
    expect(content).toMatchObject({ orders: 1 });
    expect(kept).toBe(join(store.folder, 'xiaoer.damaged-20260610-180000.db'));
    expect(readFileSync(kept ?? '')).toHaveLength(5000);
    expect(readFileSync(`${kept}-wal`).equals(wal)).toBe(true);
    expect(existsSync(`${store.path}-wal`)).toBe(false);
    expect(ordersNow()).toBe(1);
  });

  it('never lets a log that was left behind into the store that comes back', () => {
    store.addOrder('since then');
    const wal = readFileSync(`${store.path}-wal`);
    store.db.close();
    rmSync(store.path);
    writeFileSync(`${store.path}-wal`, wal);
    expect(restore().kept).toBe(join(store.folder, 'xiaoer.damaged-20260610-180000.db'));
    expect(ordersNow()).toBe(1);
  });

  it('brings pictures back that are gone', () => {
    const picture = store.addPicture('size chart');
    from = backUp(store.db, { nowMs: NOW, reason: 'day-end' }).file;
    store.db.close();
    rmSync(join(store.folder, 'pictures'), { recursive: true });
    rmSync(store.path);
    restore();
    expect(readFileSync(join(store.folder, 'pictures', picture), 'utf8')).toBe('size chart');
  });

  it('keeps both when the same is restored twice within a second', () => {
    store.db.close();
    expect([restore().kept, restore().kept]).toEqual([
      join(store.folder, 'xiaoer.damaged-20260610-180000.db'),
      join(store.folder, 'xiaoer.damaged-20260610-180000-2.db'),
    ]);
    store.reopen();
  });

  it('takes any copy of a store, with what is still in its log', () => {
    store.addOrder('in the log');
    for (const part of ['', '-wal']) {
      const copy = join(store.folder, `moved.db${part}`);
      writeFileSync(copy, readFileSync(store.path + part));
    }
    store.db.close();
    from = join(store.folder, 'moved.db');
    expect(restore().content.orders).toBe(2);
    store.reopen();
  });

  it.each([
    ['a flipped bit', (bytes: Buffer) => bytes.writeUInt8(bytes.readUInt8(20_000) ^ 1, 20_000)],
    ['pages of zeros', (bytes: Buffer) => bytes.fill(0, 8192, 20_000)],
    ['no header', (bytes: Buffer) => bytes.fill(0, 0, 100)],
  ])('refuses a backup with %s, and touches nothing', (_what, damage) => {
    const bytes = readFileSync(from);
    damage(bytes);
    writeFileSync(from, bytes);
    store.db.close();
    const before = readFileSync(store.path);
    expect(restore).toThrow('没有恢复');
    expect(readFileSync(store.path).equals(before)).toBe(true);
    store.reopen();
  });

  it('refuses while a program has the store open', () => {
    expect(restore).toThrow('数据文件正在使用');
  });

  it('refuses what is no backup', () => {
    store.db.close();
    from = join(store.folder, 'other.db');
    const other = openDatabase(from);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(restore).toThrow('其他程序');
    from = join(store.folder, 'nothing.db');
    expect(restore).toThrow('没有备份');
    store.reopen();
  });

  it('says how far it is, by the bytes that are copied and read back', () => {
    store.db.close();
    const shares: number[] = [];
    restoreStore({ from, databasePath: store.path, nowMs: NOW, onShare: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    store.reopen();
  });
});

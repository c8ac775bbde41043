import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../../electron/store/backups/back-up.ts';
import { openDatabase } from '../../../../electron/store/connection.ts';
import { leaveStore, noteIfUsed } from '../../../../electron/store/state/leave-store.ts';
import { isAsLeft, notePathOf } from '../../../../electron/store/state/store-note.ts';
import { storeState } from '../../../../electron/store/state/store-state.ts';
import { verifyFile } from '../../../../electron/store/state/verify-file.ts';
import { SECOND } from '../../../../shared/time/durations.ts';
import { createStoreFile } from '../../../support/memory-store.ts';
import { createUsedStore, NOW, type UsedStore } from '../backups/a-used-store.ts';

let store: UsedStore;
beforeEach(() => {
  store = createUsedStore();
});
afterEach(() => store.remove());

const kind = (isThorough = false) => storeState(store.path, { isThorough }).kind;
const overwrite = (change: (bytes: Buffer) => void) => {
  const bytes = readFileSync(store.path);
  change(bytes);
  writeFileSync(store.path, bytes);
};

describe('X6: a store that was used is never taken for a new one', () => {
  it('is fresh only where nothing ever was', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoer-state-'));
    const path = join(folder, 'xiaoer.db');
    expect(storeState(path)).toEqual({ kind: 'fresh' });
    writeFileSync(path, '');
    expect(storeState(path)).toEqual({ kind: 'fresh' });
    expect(storeState(join(folder, 'no folder', 'xiaoer.db'))).toEqual({ kind: 'fresh' });
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['its note', () => noteIfUsed(store.db, NOW)],
    ['a backup', () => backUp(store.db, { nowMs: NOW, reason: 'day-end' })],
    ['a picture', () => store.addPicture('size chart')],
    ['its log', () => writeFileSync(`${store.path}-wal`, 'log')],
    ['the copy of an older build', () => writeFileSync(`${store.path}.v1.bak`, 'copy')],
  ])('is missing or empty while %s is there', (_what, leaveTrace) => {
    if (_what !== 'its log') leaveTrace();
    store.db.close();
    rmSync(store.path);
    if (_what === 'its log') leaveTrace();
    expect(kind()).toBe('missing');
    writeFileSync(store.path, '');
    expect(kind()).toBe('empty');
    new Database(store.path).close();
    expect(kind()).toBe('empty');
    expect(verifyFile(store.path, { nowMs: NOW, busyTimeoutMs: 0 })).toMatchObject({
      ok: false,
      integrity: 'empty',
      problems: ['数据文件是空的'],
    });
    rmSync(store.path);
  });

  it('is fresh while another program is making it: two imports begin together on a new PC', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xiaoer-state-'));
    const path = join(folder, 'xiaoer.db');
    const maker = openDatabase(path);
    maker.pragma('cache_size = 1');
    maker.exec('BEGIN IMMEDIATE; CREATE TABLE import_runs (id TEXT)');
    const insert = maker.prepare(`INSERT INTO import_runs VALUES (?)`);
    for (let row = 0; row < 100; row++) insert.run('x'.repeat(1000));
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    expect(storeState(path, { busyTimeoutMs: SECOND })).toEqual({ kind: 'fresh' });
    maker.exec('ROLLBACK');
    maker.close();
    rmSync(folder, { recursive: true });
  });

  it('leaves no note for a store with nobody in it', () => {
    const path = join(store.folder, 'new.db');
    leaveStore(createStoreFile(path), NOW);
    rmSync(path);
    expect(storeState(path)).toEqual({ kind: 'fresh' });
  });

  it('knows a file that nobody has touched since the program left it', () => {
    leaveStore(store.db, NOW);
    expect(readFileSync(notePathOf(store.path), 'utf8')).toContain('"orders":1');
    expect(isAsLeft(store.path)).toBe(true);
    overwrite((bytes) => bytes.fill(7, 9000, 9100));
    expect(isAsLeft(store.path)).toBe(false);
    rmSync(store.path);
    expect(isAsLeft(store.path)).toBe(false);
  });
});

describe('X6: every kind of damage has its name', () => {
  it('sound', () => {
    expect(kind(true)).toBe('ok');
    store.db.close();
    expect(kind(true)).toBe('ok');
  });

  it('truncated: the file is shorter than it says', () => {
    store.db.close();
    truncateSync(store.path, Math.floor(readFileSync(store.path).length / 8192) * 4096);
    expect(kind()).toBe('truncated');
    truncateSync(store.path, 50);
    expect(kind()).toBe('truncated');
    expect(verifyFile(store.path, { nowMs: NOW, busyTimeoutMs: 0 })).toMatchObject({ ok: false });
  });

  it('damaged: the header is overwritten, beside a note that says it was ours', () => {
    noteIfUsed(store.db, NOW);
    store.db.close();
    overwrite((bytes) => bytes.write('garbage garbage', 0, 'latin1'));
    expect(kind()).toBe('damaged');
  });

  it('damaged: the header is blank, as after a power cut, whatever lies beside', () => {
    store.db.close();
    overwrite((bytes) => bytes.fill(0, 0, 4096));
    expect(kind()).toBe('damaged');
  });

  it('damaged: pages in the middle are overwritten, and verify names it without dying', () => {
    store.db.close();
    overwrite((bytes) => bytes.fill(0xa5, 4096));
    expect(kind()).toBe('damaged');
    const found = verifyFile(store.path, { nowMs: NOW, busyTimeoutMs: 0 });
    expect(found?.ok).toBe(false);
    expect(found?.problems[0]).toBe('数据文件已损坏');
  });

  it('damaged: one page is overwritten, which a thorough look finds', () => {
    store.damage('orders_by_no');
    store.db.close();
    expect(kind(true)).toBe('damaged');
    expect(verifyFile(store.path, { nowMs: NOW, busyTimeoutMs: 0 })?.ok).toBe(false);
  });

  it('foreign: a file or a database of another program, which stays as it is', () => {
    store.db.close();
    writeFileSync(store.path, '订单编号,订单状态\n'.repeat(100));
    expect(kind()).toBe('foreign');
    rmSync(store.path);
    const other = new Database(store.path);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = readFileSync(store.path);
    expect(kind()).toBe('foreign');
    expect(readFileSync(store.path).equals(before)).toBe(true);
    const marked = new Database(store.path);
    marked.pragma('application_id = 77');
    marked.close();
    expect(kind()).toBe('foreign');
    rmSync(store.path);
    mkdirSync(store.path);
    expect(kind()).toBe('foreign');
    rmSync(store.path, { recursive: true });
  });

  it('newer: written by a later build', () => {
    store.db.pragma('user_version = 99');
    expect(storeState(store.path)).toEqual({ kind: 'newer', detail: 'version 99' });
  });

  it('locked: another program holds the file', () => {
    store.db.close();
    const holder = new Database(store.path);
    holder.pragma('locking_mode = EXCLUSIVE');
    holder.prepare('SELECT count(*) FROM orders').get();
    expect(kind()).toBe('locked');
    holder.close();
    expect(kind()).toBe('ok');
  });
});

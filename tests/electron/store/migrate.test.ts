import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBackups } from '../../../electron/store/backups/backup-files.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { DatabaseFromFutureError, isOfOlderVersion, migrate } from '../../../electron/store/migrate.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import type { Growing } from '../../../shared/growing.ts';
import { writeFirstStore } from '../../support/first-store.ts';

const NOW = Date.parse('2026-06-10T09:00:00+08:00');

describe('the store', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-migrate-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  // A file whose number is not its version invites the next one to be put between two that have shipped.
  it('has one migration per version, and each file is named by the version it brings the store to', () => {
    const here = join(import.meta.dirname, '../../../electron/store/migrations');
    const numbers = readdirSync(here).flatMap((name) => /^\d{4}(?=-)/u.exec(name) ?? []);
    const versions = migrations.map((_migration, index) => String(index + 1).padStart(4, '0'));
    expect(numbers.toSorted()).toEqual(versions);
  });

  it('is brought to the newest version, and stays there when asked again', () => {
    const db = openDatabase(join(folder, 'a.db'));
    migrate(db);
    migrate(db);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.length);
    db.close();
  });

  it('refuses a file that a newer build has written, and leaves it alone', () => {
    const db = openDatabase(join(folder, 'a.db'));
    migrate(db);
    db.pragma('user_version = 99');
    expect(() => migrate(db)).toThrow(DatabaseFromFutureError);
    expect(() => migrate(db)).toThrow('更新的版本');
    expect(db.pragma('user_version', { simple: true })).toBe(99);
    db.close();
  });

  it('copies an older store first, with what is still in its write-ahead log, and tells how far it is', () => {
    const path = join(folder, 'a.db');
    const db = openDatabase(path);
    migrate(db, { target: 2 });
    expect(isOfOlderVersion(db)).toBe(true);
    // Somebody who reads keeps the log from being written back.
    const reader = openDatabase(path);
    reader.exec('BEGIN; SELECT * FROM settings');
    db.prepare("INSERT INTO settings (key, value) VALUES ('a', '1')").run();
    const shares: number[] = [];
    const grown: Growing[] = [];
    migrate(db, {
      nowMs: NOW,
      onProgress: (share) => shares.push(share),
      onGrowing: (growing) => grown.push(growing),
    });
    reader.close();
    expect(grown).toMatchObject([{ file: expect.stringContaining('backups'), from: 0 }]);
    expect(grown[0]?.to).toBeLessThanOrEqual(shares[0] ?? 0);
    // After the backup, and after each step.
    expect(shares[0]).toBeGreaterThan(0);
    expect(new Set(shares).size).toBeGreaterThanOrEqual(migrations.length - 1);
    expect(shares.at(-1)).toBe(1);
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
    expect(isOfOlderVersion(db)).toBe(false);
    const [backup] = listBackups(join(folder, 'backups'), path);
    expect(backup).toMatchObject({ atMs: NOW, reason: 'migration', content: { schemaVersion: 2 } });
    const copy = openDatabase(backup?.file ?? '');
    expect(copy.pragma('user_version', { simple: true })).toBe(2);
    expect(copy.prepare('SELECT value FROM settings').get()).toEqual({ value: '1' });
    copy.close();
    db.close();
  });

  it('keeps what was confirmed when the power goes: a copy of the files taken at any moment has it', () => {
    const path = join(folder, 'a.db');
    const db = openDatabase(path);
    migrate(db);
    db.prepare("INSERT INTO settings (scope, key, value) VALUES ('', 'a', '1')").run();
    // As a power cut would leave them: the database and its write-ahead log, without a checkpoint.
    for (const suffix of ['', '-wal']) {
      if (existsSync(path + suffix)) copyFileSync(path + suffix, join(folder, `b.db${suffix}`));
    }
    const again = openDatabase(join(folder, 'b.db'));
    expect(again.prepare('SELECT value FROM settings').get()).toEqual({ value: '1' });
    again.close();
    db.close();
  });

  it('runs with full safety: WAL, synchronous FULL, foreign keys', () => {
    const db = openDatabase(join(folder, 'a.db'));
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
  });

  it('has large pages where it is new, and keeps those that it has', () => {
    const isNew = openDatabase(join(folder, 'new.db'));
    migrate(isNew);
    expect(isNew.pragma('page_size', { simple: true })).toBe(8192);
    isNew.close();
    writeFirstStore(join(folder, 'first.db'));
    const isOld = openDatabase(join(folder, 'first.db'));
    migrate(isOld);
    expect(isOld.pragma('page_size', { simple: true })).toBe(4096);
    isOld.close();
  });

  it('never lets an activity be changed or deleted', () => {
    const db = openDatabase(':memory:');
    migrate(db);
    db.exec(`INSERT INTO activities (id, at_ms, kind, subject_kind, subject_id, data)
      VALUES ('a', 1, 'noted', 'order', 'o', '{}')`);
    expect(() => db.exec("UPDATE activities SET kind = 'undone'")).toThrow('append-only');
    expect(() => db.exec('DELETE FROM activities')).toThrow('append-only');
    db.close();
  });
});

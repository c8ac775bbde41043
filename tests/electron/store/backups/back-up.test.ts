import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, backUpTo } from '../../../../electron/store/backups/back-up.ts';
import { listBackups } from '../../../../electron/store/backups/backup-files.ts';
import { DAY } from '../../../../shared/time/durations.ts';
import { createUsedStore, NOW, type UsedStore } from './a-used-store.ts';

let store: UsedStore;
beforeEach(() => {
  store = createUsedStore();
});
afterEach(() => store.remove());

const make = (nowMs = NOW) => backUp(store.db, { nowMs, reason: 'manual' });
/** Of a process that was cut off; no process has so high a number. */
const DEAD_PID = 2 ** 30;

describe('X6: a backup', () => {
  it('holds one moment of the store, also what is only in its log, and says what it holds', () => {
    store.addOrder('2');
    const backup = make();
    expect(backup).toEqual({
      file: join(store.backups, 'xiaoer-20260610-180000.db'),
      atMs: NOW,
      reason: 'manual',
      bytes: statSync(backup.file).size,
      content: { schemaVersion: expect.any(Number), orders: 2, customers: 0, openTasks: 0 },
      filesLeftOut: 0,
    });
    expect(listBackups(store.backups, store.path)).toEqual([backup]);
    expect(readdirSync(store.backups)).toEqual(['xiaoer-20260610-180000.db', 'xiaoer-20260610-180000.json']);
  });

  it('takes the pictures along without a second copy on the disk, and lets go of what nothing needs', () => {
    const picture = store.addPicture('size chart');
    make();
    const copy = join(store.backups, 'pictures', picture);
    expect(readFileSync(copy, 'utf8')).toBe('size chart');
    expect(statSync(copy).ino).toBe(statSync(join(store.folder, 'pictures', picture)).ino);
    const forgotten = `${'0'.repeat(64)}.png`;
    writeFileSync(join(store.backups, 'pictures', forgotten), 'no backup names it');
    make(NOW + DAY);
    expect(readdirSync(join(store.backups, 'pictures'))).toEqual([picture]);
  });

  it('keeps what others have put into the folder', () => {
    mkdirSync(store.backups);
    writeFileSync(join(store.backups, 'other-20260610-180000.db'), 'of another store');
    for (let day = 0; day < 40; day += 1) make(NOW + day * DAY);
    expect(existsSync(join(store.backups, 'other-20260610-180000.db'))).toBe(true);
    expect(listBackups(store.backups, store.path).length).toBeLessThanOrEqual(12);
  });

  it('writes two of one second under two names, newest first', () => {
    const [first, second] = [make(), make()];
    expect(listBackups(store.backups, store.path).map(({ file }) => file)).toEqual([second.file, first.file]);
  });

  it('removes what a program left that was cut off, and nothing that is being written', () => {
    mkdirSync(store.backups);
    const left = (pid: number) => join(store.backups, `xiaoer-20260609-180000.db.${pid}.unfinished`);
    writeFileSync(left(DEAD_PID), 'half');
    writeFileSync(left(process.ppid), 'half');
    make();
    expect([existsSync(left(DEAD_PID)), existsSync(left(process.ppid))]).toEqual([false, true]);
  });

  it('is refused for a store that is damaged, and leaves nothing', () => {
    store.damage('orders');
    expect(() => make()).toThrow('备份没有完成：数据文件已损坏');
    expect(readdirSync(store.backups)).toEqual([]);
  });

  it('says so when its folder cannot be made', () => {
    writeFileSync(join(store.folder, 'no-folder'), '');
    const request = { nowMs: NOW, reason: 'manual' } as const;
    expect(() => backUpTo(store.db, join(store.folder, 'no-folder'), request)).toThrow('备份没有完成');
  });

  it('is known to be cut short when its size is another than it was', () => {
    const { file } = make();
    writeFileSync(file, readFileSync(file).subarray(0, 8192));
    expect(listBackups(store.backups, store.path)).toMatchObject([{ content: null }]);
  });

  it('speaks for itself when its note is gone', () => {
    const { file, content } = make();
    writeFileSync(file.replace(/db$/u, 'json'), '{');
    expect(listBackups(store.backups, store.path)).toMatchObject([{ file, reason: null, content }]);
  });
});

import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../../electron/store/backups/back-up.ts';
import { readContent } from '../../../../electron/store/backups/read-content.ts';
import { finishLeftRestore } from '../../../../electron/store/backups/take-place.ts';
import { stateAtStart } from '../../../../electron/store/state/state-at-start.ts';
import { noteSuspect } from '../../../../electron/store/state/store-note.ts';
import { storeState } from '../../../../electron/store/state/store-state.ts';
import { createUsedStore, NOW, type UsedStore } from './a-used-store.ts';

let store: UsedStore;
let kept: string;
/** A backup with one order is to come back; the store has a second order, which is in its log only. */
beforeEach(() => {
  store = createUsedStore();
  kept = join(store.folder, 'xiaoer.damaged-20260610-180000.db');
  const { file } = backUp(store.db, { nowMs: NOW, reason: 'day-end' });
  copyFileSync(file, `${store.path}.restored`);
  store.addOrder('since then');
  const log = readFileSync(`${store.path}-wal`);
  const before = readFileSync(store.path);
  store.db.close();
  writeFileSync(store.path, before);
  writeFileSync(`${store.path}-wal`, log);
});
afterEach(() => store.remove());

const ordersIn = (path: string) => readContent(path)?.orders;
const link = (part: string) => linkSync(store.path + part, kept + part);

const look = async (how: { readonly isThorough: boolean }) => {
  finishLeftRestore(store.path, NOW);
  return storeState(store.path, how);
};

describe('X6: a restore that is cut off in its middle', () => {
  it.each([
    ['before anything was moved', () => {}],
    ['after the old store has its second name', () => link('')],
    ['after its log has one as well', () => ['', '-wal'].forEach(link)],
    [
      'after the log was taken away',
      () => {
        ['', '-wal'].forEach(link);
        rmSync(`${store.path}-wal`);
      },
    ],
    [
      'on a disk without links, where the place is empty for a moment',
      () => {
        for (const part of ['', '-wal']) renameSync(store.path + part, kept + part);
      },
    ],
  ])('is finished by the next start: %s', async (_when, done) => {
    noteSuspect(store.path, 'failed', NOW);
    done();
    expect(await stateAtStart(store.path, look)).toMatchObject({ kind: 'ok' });
    expect(ordersIn(kept)).toBe(2);
    expect(ordersIn(store.path)).toBe(1);
    expect(readdirSync(store.folder).filter((name) => name.endsWith('.db'))).toHaveLength(2);
    expect(existsSync(`${store.path}.restored`)).toBe(false);
    store.reopen();
  });

  it('waits until no program has the old store open', () => {
    store.reopen();
    expect(() => finishLeftRestore(store.path, NOW)).toThrow('数据文件正在使用');
    expect(existsSync(`${store.path}.restored`)).toBe(true);
  });
});

import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../../electron/store/backups/back-up.ts';
import { listBackups } from '../../../../electron/store/backups/backup-files.ts';
import { openDatabase } from '../../../../electron/store/connection.ts';
import { noteIfUsed } from '../../../../electron/store/state/leave-store.ts';
import { stateAtStart } from '../../../../electron/store/state/state-at-start.ts';
import { noteLeft, noteSuspect, readNote } from '../../../../electron/store/state/store-note.ts';
import { storeState } from '../../../../electron/store/state/store-state.ts';
import { createStoreWatch } from '../../../../electron/store/state/store-watch.ts';
import { createUsedStore, NOW, type UsedStore } from '../backups/a-used-store.ts';

let store: UsedStore;
beforeEach(() => {
  store = createUsedStore();
  noteIfUsed(store.db, NOW);
});
afterEach(() => store.remove());

describe.skipIf(process.platform === 'win32')('F1e F1f: a file that is taken away under the program', () => {
  it('is seen whether the file, another in its place or its log is what changed', () => {
    store.addOrder('2');
    const look = createStoreWatch(store.path);
    expect(look()).toBeNull();
    const other = openDatabase(store.path);
    other.prepare('SELECT count(*) FROM orders').get();
    other.close();
    store.addOrder('3');
    expect(look()).toBeNull();
    rmSync(`${store.path}-wal`);
    expect(look()).toBe('replaced');

    const lookAgain = createStoreWatch(store.path);
    copyFileSync(store.path, join(store.folder, 'other.db'));
    renameSync(join(store.folder, 'other.db'), store.path);
    expect(lookAgain()).toBe('replaced');
    rmSync(store.path);
    expect(lookAgain()).toBe('missing');
  });

  it('is still in the open connection, which saves all of it as a backup', () => {
    store.addOrder('2');
    rmSync(store.path);
    rmSync(`${store.path}-wal`);
    backUp(store.db, { nowMs: NOW, reason: 'rescued' });
    expect(listBackups(store.backups, store.path)).toMatchObject([
      { reason: 'rescued', content: { orders: 2 } },
    ]);
  });
});

/** The work of the thread, in this one. */
const look = async (how: { readonly isThorough: boolean }) => storeState(store.path, how);

describe('X6: a store over which the program had to stop', () => {
  it.each([
    ['failed', 'unsure'],
    ['replaced', 'replaced'],
  ] as const)('is shown to a person before it is opened again: %s', async (suspect, kind) => {
    noteSuspect(store.path, suspect, NOW);
    expect(readNote(store.path)).toMatchObject({ orders: 1, suspect });
    store.db.close();
    expect((await stateAtStart(store.path, look)).kind).toBe(kind);
    noteSuspect(store.path, null, NOW);
    expect((await stateAtStart(store.path, look)).kind).toBe('ok');
  });

  it('is called by what is found now, where it is damaged', async () => {
    noteSuspect(store.path, 'failed', NOW);
    store.damage('orders_by_no');
    store.db.close();
    expect((await stateAtStart(store.path, look)).kind).toBe('damaged');
  });

  it('is read through in the thread alone, and only where it was not left in order', async () => {
    const looks: { readonly isThorough: boolean }[] = [];
    const counted = async (how: { readonly isThorough: boolean }) => {
      looks.push(how);
      return look(how);
    };
    store.db.close();
    expect((await stateAtStart(store.path, counted)).kind).toBe('ok');
    expect(looks).toEqual([{ isThorough: true }]);
    noteLeft(store.path, { orders: 1, atMs: NOW });
    expect((await stateAtStart(store.path, counted)).kind).toBe('ok');
    expect(looks).toHaveLength(1);
  });
});

import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWhenFree } from '../../../../electron/platform/when-free.ts';
import { createInTransaction } from '../../../../electron/store/connection.ts';
import {
  keepReserve,
  makeRoom,
  RESERVE_BYTES,
  reservePathOf,
} from '../../../../electron/store/state/reserve.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createUsedStore, NOW, type UsedStore } from '../backups/a-used-store.ts';

let store: UsedStore;
beforeEach(() => {
  store = createUsedStore();
});
afterEach(() => store.remove());

const full = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });

describe('F5: room for the last acts on a full disk', () => {
  it('is put aside once, and given up for an act that the disk has refused', async () => {
    expect(await keepReserve(store.path)).toBe(true);
    expect(statSync(reservePathOf(store.path)).size).toBe(RESERVE_BYTES);
    expect(await keepReserve(store.path)).toBe(true);

    const clock = createFakeClock(NOW);
    const whenFree = createWhenFree(clock, (error) => makeRoom(error, store.path));
    const isFull = () => existsSync(reservePathOf(store.path));
    const act = createInTransaction(store.db);
    await whenFree(() =>
      act(() => {
        store.addOrder('2');
        if (isFull()) throw full();
      }),
    );
    expect(store.db.prepare('SELECT count(*) FROM orders').pluck().get()).toBe(2);
    expect(isFull()).toBe(false);
  });

  it('is told like any failure once there is none left, and kept for the store alone', async () => {
    await keepReserve(store.path);
    expect(makeRoom(Object.assign(new Error('write'), { code: 'ENOSPC' }), store.path)).toBe(false);
    expect(makeRoom(full(), store.path)).toBe(true);
    const whenFree = createWhenFree(createFakeClock(NOW), (error) => makeRoom(error, store.path));
    const refused = full();
    await expect(
      whenFree(() => {
        throw refused;
      }),
    ).rejects.toBe(refused);
  });
});

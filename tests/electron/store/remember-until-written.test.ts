import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { rememberUntilWritten } from '../../../electron/store/remember-until-written.ts';
import { createMemoryStore, insertShop } from '../../support/memory-store.ts';

let db: WritableDb;
let reads: number;
let countShops: () => number;

beforeEach(() => {
  ({ db } = createMemoryStore());
  reads = 0;
  const count = db.prepare<[], number>('SELECT count(*) FROM shops').pluck();
  countShops = rememberUntilWritten(db, () => {
    reads += 1;
    return count.get() ?? 0;
  });
});

describe('what is remembered until the store is written', () => {
  it('is read once while nobody writes', () => {
    expect([countShops(), countShops(), countShops(), reads]).toEqual([0, 0, 0, 1]);
  });

  it('is read again after a write', () => {
    countShops();
    insertShop(db);
    expect([countShops(), countShops(), reads]).toEqual([1, 1, 2]);
  });

  it('never holds what a transaction wrote and took back', () => {
    countShops();
    db.exec('BEGIN');
    insertShop(db);
    expect(countShops()).toBe(1);
    db.exec('ROLLBACK');
    expect(countShops()).toBe(0);
  });
});

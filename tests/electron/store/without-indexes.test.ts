import { describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { withoutIndexes } from '../../../electron/store/without-indexes.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../support/memory-store.ts';

const NAMES = ['orders_by_time', 'orders_by_amount'];

function indexesOf(db: WritableDb): string[] {
  return db
    .prepare<[], string>(
      `SELECT name || coalesce(sql, '') FROM sqlite_schema WHERE type = 'index' ORDER BY name`,
    )
    .pluck()
    .all();
}

describe('X4: a first import builds the indexes of lists once', () => {
  it('leaves them out while the work goes on, and has them all again afterwards', () => {
    const { db, inTransaction } = createMemoryStore();
    const before = indexesOf(db);
    const during = inTransaction(() =>
      withoutIndexes(db, NAMES, {
        work() {
          insertShop(db);
          insertOrder(db);
          return indexesOf(db);
        },
      }),
    );
    expect(during).toHaveLength(before.length - NAMES.length);
    expect(indexesOf(db)).toEqual(before);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  const giveUp = () => {
    throw new Error('stopped');
  };

  it.each([
    ['at work', { work: giveUp }],
    ['before an index', { work: () => {}, beforeStep: giveUp }],
  ])('has them all when it was given up %s', (_when, fill) => {
    const { db, inTransaction } = createMemoryStore();
    const before = indexesOf(db);
    expect(() => inTransaction(() => withoutIndexes(db, NAMES, fill))).toThrow('stopped');
    expect(indexesOf(db)).toEqual(before);
  });

  it('refuses to work where others could see the store without them', () => {
    const { db } = createMemoryStore();
    expect(() => withoutIndexes(db, NAMES, { work: () => {} })).toThrow('transaction');
  });
});

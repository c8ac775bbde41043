import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../electron/store/connection.ts';
import { rememberUntilWritten } from '../../../electron/store/remember-until-written.ts';
import type { CustomerId } from '../../../shared/domain/ids.ts';
import { createMemoryStore, insertCustomer, insertShop } from '../../support/memory-store.ts';

let db: WritableDb;
let reads: number;
let countCustomers: () => number;

beforeEach(() => {
  ({ db } = createMemoryStore());
  reads = 0;
  const count = db.prepare<[], number>('SELECT count(*) FROM customers').pluck();
  countCustomers = rememberUntilWritten(db, ['customers'], () => {
    reads += 1;
    return count.get() ?? 0;
  });
});

describe('what is remembered until the store is written', () => {
  it('is read once while nobody writes', () => {
    expect([countCustomers(), countCustomers(), countCustomers(), reads]).toEqual([0, 0, 0, 1]);
  });

  it('is read again after a write', () => {
    countCustomers();
    insertCustomer(db);
    expect([countCustomers(), countCustomers(), reads]).toEqual([1, 1, 2]);
  });

  it('is not read again for what it does not look at', () => {
    countCustomers();
    insertShop(db);
    expect([countCustomers(), reads]).toEqual([0, 1]);
  });

  it('is read again after a part of a transaction was taken back, as after all of it', () => {
    countCustomers();
    db.exec('BEGIN');
    insertCustomer(db);
    db.exec('SAVEPOINT part');
    insertCustomer(db, { id: 'customer-2' as CustomerId, nick: '阿强' });
    db.exec('ROLLBACK TO part; COMMIT');
    expect(countCustomers()).toBe(1);
  });

  it('never holds what a transaction wrote and took back', () => {
    countCustomers();
    db.exec('BEGIN');
    insertCustomer(db);
    expect(countCustomers()).toBe(1);
    db.exec('ROLLBACK');
    expect(countCustomers()).toBe(0);
  });
});

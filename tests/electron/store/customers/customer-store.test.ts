import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createCustomerStore } from '../../../../electron/store/customers/customer-store.ts';
import type { CustomerId, OrderId } from '../../../../shared/domain/ids.ts';
import type { OrderStatus } from '../../../../shared/domain/orders/order.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aCustomer } from '../../../support/records/an-order.ts';

const ID = 'customer-1' as CustomerId;
const { note: _note, groupOverride: _group, ...IMPORTED } = aCustomer();

let db: WritableDb;
let store: ReturnType<typeof createCustomerStore>;

beforeEach(() => {
  db = createMemoryStore().db;
  insertShop(db);
  store = createCustomerStore(db);
});

function order(id: string, status: OrderStatus, placedAtMs: number): void {
  insertOrder(db, {
    id: id as OrderId,
    no: id,
    status,
    placedAtMs,
    customerId: ID,
    payableFen: 1000,
    paidFen: status === 'unpaid' || status === 'closed' ? 0 : 900,
    paidAtMs: status === 'unpaid' || status === 'closed' ? null : placedAtMs + 1,
  });
}

describe('R2: the customer store', () => {
  it('finds customers by the beginning of their nick, without those whose nick is masked', () => {
    const named = (id: string, nick: string, isMasked = false) =>
      store.ensure({ ...IMPORTED, id: id as CustomerId, nick, isMasked }, 1);
    named('c-1', '青柠不加冰');
    named('c-2', '青柠');
    named('c-3', '青**柠', true);
    named('c-4', '江南青柠');
    expect(store.find('青', 5)).toEqual(['c-2', 'c-1']);
    expect(store.find('青', 1)).toEqual(['c-2']);
    const plans = plansOf((opened) => createCustomerStore(opened).find('青', 5));
    expect(plans).toEqual([expect.stringContaining('USING INDEX customers_by_nick (nick>? AND nick<?)')]);
  });

  it('knows a customer by what was imported and what an agent wrote', () => {
    expect(store.ensure(IMPORTED, 5)).toBe('added');
    expect(store.ensure(IMPORTED, 6)).toBe('known');
    store.edit(ID, { note: '常客', groupOverride: 'vip' });
    expect(store.get(ID)).toEqual(aCustomer({ note: '常客', groupOverride: 'vip' }));
    expect(store.get('nobody' as CustomerId)).toBeUndefined();
  });

  it('keeps the first display name', () => {
    store.ensure(IMPORTED, 5);
    expect(store.ensure({ ...IMPORTED, displayName: '李女士' }, 6)).toBe('named');
    expect(store.ensure({ ...IMPORTED, displayName: '别人' }, 7)).toBe('known');
    expect(store.get(ID)?.displayName).toBe('李女士');
  });

  it('counts as bought what was paid and not closed', () => {
    store.ensure(IMPORTED, 5);
    expect(store.history(ID)).toEqual({ orderCount: 0, paidOrderCount: 0, paidFen: 0, lastPaidAtMs: null });
    for (const [index, status] of (['unpaid', 'paid', 'shipped', 'completed', 'closed'] as const).entries()) {
      order(status, status, index * 10);
    }
    expect(store.history(ID)).toEqual({ orderCount: 5, paidOrderCount: 3, paidFen: 2700, lastPaidAtMs: 31 });
  });

  it('shows the last five orders and the count of the last days', () => {
    store.ensure(IMPORTED, 5);
    for (const [index, status] of (
      ['closed', 'paid', 'unpaid', 'unpaid', 'closed', 'shipped'] as const
    ).entries()) {
      order(`${index}`, status, index);
    }
    expect(store.lastOrders(ID).map(({ no }) => no)).toEqual(['5', '4', '3', '2', '1']);
    expect(store.recentOrders(ID, 2)).toEqual({ total: 4, unpaid: 2, paid: 1, closed: 1 });
  });

  it('only takes away who has nothing left, came with the import and was never edited', () => {
    store.ensure(IMPORTED, 5);
    order('1', 'unpaid', 1);
    expect(store.removeIfUnused(ID, 5)).toBe(false);
    db.exec('DELETE FROM orders');
    expect(store.removeIfUnused(ID, 6)).toBe(false);
    store.edit(ID, { note: '常客', groupOverride: null });
    expect(store.removeIfUnused(ID, 5)).toBe(false);
    store.edit(ID, { note: null, groupOverride: null });
    expect(store.removeIfUnused(ID, 5)).toBe(true);
  });

  it('keeps a customer of whom anything was written down, by the index of each table', () => {
    store.ensure(IMPORTED, 5);
    db.exec(`INSERT INTO contact_attempts (id, subject_kind, subject_id, channel, is_reached, at_ms)
      VALUES ('try-1', 'customer', '${ID}', 'phone', 1, 6)`);
    expect(store.removeIfUnused(ID, 5)).toBe(false);
    db.exec('DELETE FROM contact_attempts');
    expect(store.removeIfUnused(ID, 5)).toBe(true);
    const plans = plansOf((plain) => createCustomerStore(plain).removeIfUnused(ID, 5));
    for (const plan of plans) expect(plan).not.toContain('SCAN');
  });

  it('reads a card from the index of the customer’s orders', () => {
    const plans = plansOf((plain) => {
      const customers = createCustomerStore(plain);
      customers.history(ID);
      customers.lastOrders(ID);
      customers.recentOrders(ID, 1);
    });
    expect(plans).toHaveLength(3);
    for (const plan of plans) {
      expect(plan).toContain('USING INDEX orders_by_customer');
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });
});

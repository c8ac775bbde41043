import { expect, it } from 'vitest';
import { createDisputeStore, type Dispute } from '../../../../electron/store/chasing/dispute-store.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../../support/memory-store.ts';

const DISPUTE: Dispute = {
  orderId: 'order-1' as OrderId,
  openedAtMs: 1000,
  followUpAtMs: 2000,
  closedAtMs: null,
  outcome: null,
  note: null,
};

it('P7: keeps one dispute per order, to its end', () => {
  const { db } = createMemoryStore();
  insertShop(db);
  insertOrder(db);
  const disputes = createDisputeStore(db);
  expect(disputes.get(DISPUTE.orderId)).toBeUndefined();
  disputes.save(DISPUTE);
  expect(disputes.get(DISPUTE.orderId)).toEqual(DISPUTE);
  const closed: Dispute = { ...DISPUTE, closedAtMs: 3000, outcome: 'fee-returned', note: '已到账' };
  disputes.save(closed);
  expect(disputes.get(DISPUTE.orderId)).toEqual(closed);
  disputes.undoable.remove?.(DISPUTE.orderId, 0);
  expect(disputes.get(DISPUTE.orderId)).toBeUndefined();
});

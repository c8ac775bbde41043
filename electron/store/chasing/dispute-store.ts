import { z } from 'zod';
import { OrderId } from '../../../shared/domain/ids.ts';
import { DISPUTE_OUTCOMES } from '../../../shared/ipc/contract/task-contract.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** P7: the claim of a transaction fee, at most one per order. */
const Dispute = z.object({
  orderId: OrderId,
  openedAtMs: z.int(),
  followUpAtMs: z.int(),
  closedAtMs: z.int().nullable(),
  outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
  note: z.string().nullable(),
});
export type Dispute = z.infer<typeof Dispute>;

type DisputeRow = {
  readonly order_id: OrderId;
  readonly opened_at_ms: number;
  readonly follow_up_at_ms: number;
  readonly closed_at_ms: number | null;
  readonly outcome: DisputeOutcome | null;
  readonly note: string | null;
};

export function createDisputeStore(db: WritableDb) {
  const select = db.prepare<[string], DisputeRow>('SELECT * FROM disputes WHERE order_id = ?');
  const upsert = db.prepare<Dispute>(/* sql */ `
    INSERT INTO disputes (order_id, opened_at_ms, follow_up_at_ms, closed_at_ms, outcome, note)
    VALUES (@orderId, @openedAtMs, @followUpAtMs, @closedAtMs, @outcome, @note)
    ON CONFLICT (order_id) DO UPDATE SET opened_at_ms = excluded.opened_at_ms,
      follow_up_at_ms = excluded.follow_up_at_ms, closed_at_ms = excluded.closed_at_ms,
      outcome = excluded.outcome, note = excluded.note`);
  const remove = db.prepare<[string]>('DELETE FROM disputes WHERE order_id = ?');

  function get(orderId: OrderId): Dispute | undefined {
    const row = select.get(orderId);
    return (
      row && {
        orderId: row.order_id,
        openedAtMs: row.opened_at_ms,
        followUpAtMs: row.follow_up_at_ms,
        closedAtMs: row.closed_at_ms,
        outcome: row.outcome,
        note: row.note,
      }
    );
  }
  const save = (dispute: Dispute): void => void upsert.run(dispute);

  return {
    undoable: undoableTable({
      table: 'disputes',
      recorded: Dispute,
      guarded: ['followUpAtMs', 'closedAtMs'],
      get: (id) => get(id as OrderId),
      save,
      remove: (id) => void remove.run(id),
    }),
    get,
    save,
  };
}

import type { OrderId } from '../../../shared/domain/ids.ts';
import type { DISPUTE_OUTCOMES } from '../../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { WritableDb } from '../connection.ts';

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** P7: the claim of a transaction fee, at most one per order. */
export type Dispute = {
  readonly orderId: OrderId;
  readonly openedAtMs: EpochMs;
  readonly followUpAtMs: EpochMs;
  readonly closedAtMs: EpochMs | null;
  readonly outcome: DisputeOutcome | null;
  readonly note: string | null;
};

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

  return {
    get(orderId: OrderId): Dispute | undefined {
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
    },
    save: (dispute: Dispute): void => void upsert.run(dispute),
    /** Only an undo takes a dispute away as if it had never been. */
    remove: (orderId: OrderId): void => void remove.run(orderId),
  };
}

import type { ImportRunId, OrderId } from '../../shared/domain/ids.ts';
import {
  type OrderProof,
  outcomeOf,
  type PendingUse,
  type SettledUse,
} from '../../shared/domain/scripts/script-use.ts';
import type { EpochMs } from '../../shared/time/clock.ts';

type Proof = OrderProof & {
  readonly orderId: OrderId;
  readonly importRunId: ImportRunId;
  readonly provedAtMs: EpochMs;
};

type Dependencies = {
  readonly uses: { listPendingOf(orderId: OrderId): PendingUse[]; settle(use: SettledUse): void };
};

/** X5: settles the uses of an order in the transaction of the import that proves them. */
export function createSettleUses({ uses }: Dependencies) {
  return (proof: Proof): void => {
    const { importRunId, provedAtMs, notedReason } = proof;
    for (const use of uses.listPendingOf(proof.orderId)) {
      const outcome = outcomeOf(use, proof);
      // The reason is often learned after the message.
      uses.settle({ id: use.id, outcome, reason: use.reason ?? notedReason, atMs: provedAtMs, importRunId });
    }
  };
}

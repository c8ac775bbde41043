import type { ShopId } from '../../shared/domain/ids.ts';
import type { CoveredSpan } from '../../shared/domain/import-run.ts';
import type { Refund, RefundId } from '../../shared/domain/refunds/refund.ts';
import {
  daysCovered,
  type RetentionOutcome,
  type RetentionProof,
  type RetentionRate,
  retentionProofOf,
  retentionRateOf,
} from '../../shared/domain/refunds/retention-proof.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Covered } from '../store/imports/import-run-store.ts';
import type { RetentionQuery } from '../store/refunds/refund-store.ts';
import { REFUND_FORMAT_NAMES } from './refund-records.ts';

type Dependencies = {
  readonly refunds: {
    load(ids: readonly string[]): Refund[];
    listRetained(query: RetentionQuery): RefundId[];
    othersOf(refund: Refund): Refund[];
  };
  readonly importRuns: { listCovered(shopId: ShopId, formats: readonly string[]): Covered[] };
};

/** A refund whose order an agent tried to keep. */
export type RetainedRefund = RetentionOutcome & { readonly refund: Refund };
export type Retentions = { readonly rate: RetentionRate; readonly refunds: readonly RetainedRefund[] };

/** A2: how many orders were kept, as far as imports prove it. */
export function createReadRetentions({ refunds, importRuns }: Dependencies) {
  function coveredOf(shopId: ShopId): CoveredSpan[] {
    return importRuns
      .listCovered(shopId, REFUND_FORMAT_NAMES)
      .map(({ writtenAtMs, ...span }) => daysCovered(span, writtenAtMs));
  }

  /** Of those whose order an agent says is kept. */
  function proofsOf(asked: readonly Refund[], nowMs: EpochMs): ReadonlyMap<RefundId, RetentionProof> {
    const ofShop = Map.groupBy(
      asked.filter(({ retention }) => retention === 'kept'),
      ({ shopId }) => shopId,
    );
    return new Map(
      [...ofShop].flatMap(([shopId, own]) => {
        const covered = coveredOf(shopId);
        return own.map((refund) => {
          const others = refunds.othersOf(refund);
          return [refund.id, retentionProofOf({ refund, others, covered }, nowMs)] as const;
        });
      }),
    );
  }

  return {
    proofsOf,
    /** Those that agents have written down within the time. */
    within(query: RetentionQuery, nowMs: EpochMs): Retentions {
      const found = refunds.load(refunds.listRetained(query));
      const proofs = proofsOf(found, nowMs);
      const retained = found.flatMap((refund): RetainedRefund[] => {
        const { id, retention, refundFen } = refund;
        return retention === null ? [] : [{ refund, retention, refundFen, proof: proofs.get(id) ?? null }];
      });
      return { rate: retentionRateOf(retained), refunds: retained };
    },
  };
}

import { startOfBeijingDay } from '../../time/beijing.ts';
import type { EpochMs } from '../../time/clock.ts';
import { DAY } from '../../time/durations.ts';
import type { CoveredSpan } from '../import-run.ts';
import { askedAtMs, type Refund, type Retention } from './refund.ts';
import { isOver, isWithdrawn, refundStateOf } from './refund-words.ts';

/** For so long after a withdrawal the customer must not ask for the money again. */
export const RETENTION_HOLDS_MS: number = 15 * DAY;

/**
 * `proved`: an order that an agent says is kept was kept. `refuted`: the money went back or was asked for again.
 * `open`: the time is not over. `unknown`: it is, and no import shows all of it.
 */
export type RetentionProof = 'proved' | 'refuted' | 'open' | 'unknown';

/**
 * A file of applications of some days shows those days whole, as far as it had been written: nobody asks at night, and
 * a file of one day begins with its first application.
 */
export const daysCovered = ({ fromMs, untilMs }: CoveredSpan, writtenAtMs: EpochMs): CoveredSpan => ({
  fromMs: startOfBeijingDay(fromMs),
  untilMs: Math.min(startOfBeijingDay(untilMs) + DAY, writtenAtMs),
});

export type Retained = Pick<
  Refund,
  | 'platformStatus'
  | 'intervention'
  | 'retention'
  | 'retainedAtMs'
  | 'subOrderNo'
  | 'appliedAtMs'
  | 'firstSeenAtMs'
  | 'endedAtMs'
>;

export type RetentionFacts = {
  readonly refund: Retained;
  /** The others of the same order. */
  readonly others: readonly Pick<Refund, 'subOrderNo' | 'appliedAtMs' | 'firstSeenAtMs'>[];
  /** In any order. */
  readonly covered: readonly CoveredSpan[];
};

/** A2: whether an order that an agent says is kept was kept. */
export function retentionProofOf(
  { refund, others, covered }: RetentionFacts,
  nowMs: EpochMs,
): RetentionProof {
  const state = refundStateOf(refund);
  if (state === 'success') return 'refuted';
  if (!isOver(state)) return 'open';
  const fromMs = refund.endedAtMs ?? refund.retainedAtMs;
  const untilMs = fromMs === null ? null : fromMs + RETENTION_HOLDS_MS;
  const isAskedAgain = others.some((other) => isAgain(refund, other, untilMs));
  if (isAskedAgain) return 'refuted';
  // The platform has closed it: nobody was won over.
  if (!isWithdrawn(refund)) return 'refuted';
  return fromMs === null || untilMs === null ? 'unknown' : heldSince({ fromMs, untilMs }, covered, nowMs);
}

function heldSince(held: CoveredSpan, covered: readonly CoveredSpan[], nowMs: EpochMs): RetentionProof {
  if (nowMs < held.untilMs) return 'open';
  return isCovered(held, covered) ? 'proved' : 'unknown';
}

/** A refund has a new number when the customer asks again; of another part of the order it is another matter. */
function isAgain(
  refund: Retained,
  other: RetentionFacts['others'][number],
  untilMs: EpochMs | null,
): boolean {
  const isOtherPart =
    refund.subOrderNo !== null && other.subOrderNo !== null && refund.subOrderNo !== other.subOrderNo;
  if (isOtherPart) return false;
  const atMs = askedAtMs(other);
  return atMs > askedAtMs(refund) && (untilMs === null || atMs <= untilMs);
}

function isCovered({ fromMs, untilMs }: CoveredSpan, covered: readonly CoveredSpan[]): boolean {
  let reachedMs = fromMs;
  for (const span of covered.toSorted((a, b) => a.fromMs - b.fromMs)) {
    if (span.fromMs > reachedMs) break;
    reachedMs = Math.max(reachedMs, span.untilMs);
  }
  return reachedMs >= untilMs;
}

export type RetentionOutcome = {
  readonly retention: Retention;
  /** `null`: the agent does not say that it was kept. */
  readonly proof: RetentionProof | null;
  readonly refundFen: number | null;
};

export type RetentionRate = {
  readonly kept: number;
  readonly partial: number;
  /** An order that an agent said was kept and that was not is among them. */
  readonly failed: number;
  /** They are not of the base: exchanged, and said to be kept without a proof yet or at all. */
  readonly exchanged: number;
  readonly open: number;
  readonly unknown: number;
  readonly base: number;
  /** kept ÷ (kept + partial + failed); `null` where there is no base. */
  readonly rate: number | null;
  readonly keptFen: number;
};

/** A2: how many orders were kept, of those whose outcome is known. */
export function retentionRateOf(outcomes: readonly RetentionOutcome[]): RetentionRate {
  const count = (isOne: (outcome: RetentionOutcome) => boolean) => outcomes.filter(isOne).length;
  const proved = outcomes.filter(({ proof }) => proof === 'proved');
  const kept = proved.length;
  const partial = count(({ retention }) => retention === 'partial');
  const failed = count(({ retention, proof }) => retention === 'failed' || proof === 'refuted');
  const base = kept + partial + failed;
  return {
    kept,
    partial,
    failed,
    exchanged: count(({ retention }) => retention === 'exchanged'),
    open: count(({ proof }) => proof === 'open'),
    unknown: count(({ proof }) => proof === 'unknown'),
    base,
    rate: base === 0 ? null : kept / base,
    keptFen: proved.reduce((sum, { refundFen }) => sum + (refundFen ?? 0), 0),
  };
}

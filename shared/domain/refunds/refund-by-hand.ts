import type { EpochMs } from '../../time/clock.ts';
import { DAY } from '../../time/durations.ts';
import type { RefundFields, RefundId } from './refund.ts';

/** A refund that an agent has written down and no import has shown, as far as it is compared with rows of a file. */
export type RefundByHand = Pick<RefundFields, 'orderNo' | 'subOrderNo' | 'refundFen'> & {
  readonly id: RefundId;
  readonly firstSeenAtMs: EpochMs;
};

type Row = Readonly<Partial<RefundFields>>;

/** Customers are heard some days after they have asked; an older refund of the order is another one. */
const HEARD_WITHIN_MS = 7 * DAY;

/** The refund by hand that the row of a file is about: of those of its order the one that says the most like it. */
export function matchingByHand<Noted extends RefundByHand>(
  row: Row,
  ofOrder: readonly Noted[],
): Noted | undefined {
  return ofOrder
    .filter((noted) => isSamePart(row, noted) && isOfThatTime(row, noted))
    .toSorted(
      (a, b) =>
        likeness(row, b) - likeness(row, a) || a.firstSeenAtMs - b.firstSeenAtMs || (a.id < b.id ? -1 : 1),
    )[0];
}

const numbersOf = ({ orderNo, subOrderNo }: Row): (string | null | undefined)[] => [orderNo, subOrderNo];

/** Two parts of an order are two refunds; the whole may stand for any of them. */
function isSamePart(row: Row, { orderNo, subOrderNo }: RefundByHand): boolean {
  if (subOrderNo === null) return true;
  const namesPart = (row.subOrderNo ?? null) !== null || row.orderNo !== orderNo;
  return !namesPart || numbersOf(row).includes(subOrderNo);
}

function isOfThatTime(
  { appliedAtMs = null, refundedAtMs = null, endedAtMs = null }: Row,
  { firstSeenAtMs }: RefundByHand,
): boolean {
  const overAtMs = endedAtMs ?? refundedAtMs;
  const isOverBefore = overAtMs !== null && overAtMs < firstSeenAtMs;
  return !isOverBefore && (appliedAtMs === null || appliedAtMs >= firstSeenAtMs - HEARD_WITHIN_MS);
}

function likeness(row: Row, { subOrderNo, refundFen }: RefundByHand): number {
  const isPartNamed = subOrderNo !== null && numbersOf(row).includes(subOrderNo);
  return Number(isPartNamed) * 2 + Number(row.refundFen === refundFen);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysCovered,
  RETENTION_HOLDS_MS,
  retentionProofOf,
  retentionRateOf,
} from '../../../../shared/domain/refunds/retention-proof.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { APPLIED_AT_MS, aRefund, STATUS } from '../../../support/records/a-refund.ts';
import { beijing } from '../../../support/records/an-order.ts';

const CLOSED_AT_MS = APPLIED_AT_MS + DAY;
const OVER_AT_MS = CLOSED_AT_MS + RETENTION_HOLDS_MS;
const WITHDRAWN = {
  platformStatus: STATUS.closed,
  retention: 'kept' as const,
  retainedAtMs: APPLIED_AT_MS + HOUR,
  endedAtMs: CLOSED_AT_MS,
};
const ALL_SHOWN = [{ fromMs: APPLIED_AT_MS, untilMs: OVER_AT_MS }];

type Facts = {
  readonly refund?: Parameters<typeof aRefund>[0];
  readonly others?: readonly Parameters<typeof aRefund>[0][];
  readonly covered?: readonly { fromMs: number; untilMs: number }[];
  readonly nowMs?: number;
};

const proofOf = ({ refund, others = [], covered = ALL_SHOWN, nowMs = OVER_AT_MS }: Facts = {}) =>
  retentionProofOf(
    { refund: aRefund({ ...WITHDRAWN, ...refund }), others: others.map((each) => aRefund(each)), covered },
    nowMs,
  );

describe('A2: an order that an agent says is kept', () => {
  it('is proved fifteen days after the withdrawal, by imports that show all of them', () => {
    expect(proofOf()).toBe('proved');
    expect(proofOf({ nowMs: OVER_AT_MS - 1 })).toBe('open');
  });

  it('is not known to be kept while no import shows every one of these days', () => {
    const middle = CLOSED_AT_MS + 5 * DAY;
    expect(proofOf({ covered: [] })).toBe('unknown');
    expect(proofOf({ covered: [{ fromMs: APPLIED_AT_MS, untilMs: OVER_AT_MS - 1 }] })).toBe('unknown');
    const [early, late] = [
      { fromMs: APPLIED_AT_MS, untilMs: middle },
      { fromMs: middle + HOUR, untilMs: OVER_AT_MS },
    ];
    expect(proofOf({ covered: [late, early] })).toBe('unknown');
    expect(proofOf({ covered: [{ ...late, fromMs: middle }, early] })).toBe('proved');
  });

  it('is not kept once the money went back or is asked for again under a new number', () => {
    expect(proofOf({ refund: { platformStatus: STATUS.success } })).toBe('refuted');
    const again = { appliedAtMs: CLOSED_AT_MS + 14 * DAY };
    expect(proofOf({ others: [again] })).toBe('refuted');
    // At once, before the fifteen days are over.
    expect(proofOf({ others: [again], nowMs: CLOSED_AT_MS + 14 * DAY })).toBe('refuted');
  });

  it('stays kept when the customer asks later, asked before, or asks for another part of the order', () => {
    expect(proofOf({ others: [{ appliedAtMs: OVER_AT_MS + 1 }] })).toBe('proved');
    expect(proofOf({ others: [{ appliedAtMs: APPLIED_AT_MS - DAY }] })).toBe('proved');
    const part = { appliedAtMs: CLOSED_AT_MS + DAY, subOrderNo: '2' };
    expect(proofOf({ refund: { subOrderNo: '1' }, others: [part] })).toBe('proved');
    expect(proofOf({ refund: { subOrderNo: '2' }, others: [part] })).toBe('refuted');
  });

  it('is open while the refund goes on', () => {
    expect(proofOf({ refund: { platformStatus: STATUS.applied } })).toBe('open');
  });

  it('was not won over where the platform closed it by the clock or by its own decision', () => {
    for (const platformStatus of ['逾期未处理', '超有效期', '平台拒绝']) {
      expect(proofOf({ refund: { platformStatus } })).toBe('refuted');
    }
  });

  it('counts from what the agent said where no file says when it was withdrawn', () => {
    const refund = { endedAtMs: null };
    const nowMs = APPLIED_AT_MS + HOUR + RETENTION_HOLDS_MS;
    expect(proofOf({ refund, nowMs })).toBe('proved');
    expect(proofOf({ refund: { ...refund, retainedAtMs: null } })).toBe('unknown');
  });

  it('is proved by no more imports than it takes: one more never makes it less sure', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(20 * DAY), fc.nat(20 * DAY))
        .map(([from, length]) => ({ fromMs: APPLIED_AT_MS + from, untilMs: APPLIED_AT_MS + from + length })),
    );
    fc.assert(
      fc.property(spans, spans, (covered, more) => {
        const isLost =
          proofOf({ covered }) === 'proved' && proofOf({ covered: [...covered, ...more] }) !== 'proved';
        expect(isLost).toBe(false);
      }),
    );
  });
});

describe('A2: the days that one file shows', () => {
  it('are whole from the first to the last application, as far as the file had been written', () => {
    const span = { fromMs: beijing('2026-06-10 09:12'), untilMs: beijing('2026-06-12 20:40') };
    expect(daysCovered(span, beijing('2026-06-13 08:00'))).toEqual({
      fromMs: beijing('2026-06-10 00:00'),
      untilMs: beijing('2026-06-13 00:00'),
    });
    expect(daysCovered(span, beijing('2026-06-12 21:00')).untilMs).toBe(beijing('2026-06-12 21:00'));
  });
});

describe('A2: how many orders were kept', () => {
  const one = (retention: 'kept' | 'exchanged' | 'partial' | 'failed', proof: Proof = null) => ({
    retention,
    proof,
    refundFen: 1000,
  });
  type Proof = Parameters<typeof retentionRateOf>[0][number]['proof'];

  it('is kept of kept, partial and failed; what is exchanged or not yet sure stands apart', () => {
    const rate = retentionRateOf([
      one('kept', 'proved'),
      one('kept', 'open'),
      one('kept', 'unknown'),
      one('kept', 'refuted'),
      one('partial'),
      one('failed'),
      one('exchanged'),
    ]);
    expect(rate).toEqual({
      kept: 1,
      partial: 1,
      failed: 2,
      exchanged: 1,
      open: 1,
      unknown: 1,
      base: 4,
      rate: 0.25,
      keptFen: 1000,
    });
  });

  it('is no number where nothing is settled', () => {
    expect(retentionRateOf([one('kept', 'open')])).toMatchObject({ base: 0, rate: null, keptFen: 0 });
  });
});

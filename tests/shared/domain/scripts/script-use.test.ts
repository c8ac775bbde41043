import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActivityId } from '../../../../shared/domain/ids.ts';
import { type OrderProof, outcomeOf } from '../../../../shared/domain/scripts/script-use.ts';

const message = fc.record({
  useId: fc.option(fc.integer({ min: 1, max: 20 }).map((id) => `use-${id}` as ActivityId)),
  atMs: fc.integer({ min: 0, max: 100 }),
});

const proofs: fc.Arbitrary<OrderProof> = fc
  .record({
    result: fc.constantFrom('paid', 'closed', 'neither'),
    atMs: fc.integer({ min: 0, max: 100 }),
    messages: fc
      .uniqueArray(message, { maxLength: 6, selector: ({ useId, atMs }) => useId ?? atMs })
      .map((all) => all.toSorted((a, b) => a.atMs - b.atMs)),
    isCredited: fc.boolean(),
    notedReason: fc.constantFrom(null, 'price', 'forgot'),
  })
  .map(({ isCredited, ...proof }) => ({
    ...proof,
    credited:
      isCredited && proof.result === 'paid'
        ? proof.messages.findLast(({ atMs }) => atMs <= proof.atMs)
        : undefined,
  }));

const usesOf = ({ messages }: OrderProof) =>
  [...messages.flatMap(({ useId }) => useId ?? []), 'use-99' as ActivityId].map((id) => ({
    id,
    reason: null,
  }));
const SUCCESSES = new Set(['recovered', 'retained']);

describe('X5: what came of the uses of one order', () => {
  it('is a success of exactly the use that the chase report credits', () => {
    fc.assert(
      fc.property(proofs, (proof) => {
        const credited = usesOf(proof).filter((use) => SUCCESSES.has(outcomeOf(use, proof)));
        expect(credited.map(({ id }) => id)).toEqual(proof.credited?.useId ? [proof.credited.useId] : []);
      }),
    );
  });

  it('is never a failure for what was said after the payment, or was no message at all', () => {
    fc.assert(
      fc.property(proofs, (proof) => {
        for (const use of usesOf(proof)) {
          const said = proof.messages.find(({ useId }) => useId === use.id);
          if (said && said.atMs <= proof.atMs) continue;
          expect(outcomeOf(use, proof)).toBe('uncounted');
        }
      }),
    );
  });

  it('is settled by every proof', () => {
    fc.assert(
      fc.property(proofs, (proof) => {
        for (const use of usesOf(proof)) expect(outcomeOf(use, proof)).not.toBe('pending');
      }),
    );
  });
});

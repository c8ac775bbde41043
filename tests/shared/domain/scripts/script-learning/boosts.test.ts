import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScriptId } from '../../../../../shared/domain/ids.ts';
import { boostsOf, type Candidate } from '../../../../../shared/domain/scripts/script-learning/boosts.ts';
import { wilsonInterval } from '../../../../../shared/domain/scripts/script-learning/confidence.ts';
import { evidenceIn } from '../../../../../shared/domain/scripts/script-learning/evidence.ts';

const SHARE = 0.1;

function aCandidate(id: string, [successes, settled]: readonly [number, number], fit = 200): Candidate {
  return { id: id as ScriptId, fit, evidence: { ...wilsonInterval(successes, settled), settled } };
}

/** The script that comes first, as the search sorts: by fit and boost, then as before. */
function firstOf(candidates: readonly Candidate[], seed: string, share = SHARE): ScriptId | undefined {
  const { boosts } = boostsOf(candidates, { share, seed });
  return candidates.toSorted(
    (one, other) => other.fit + (boosts.get(other.id) ?? 0) - one.fit - (boosts.get(one.id) ?? 0),
  )[0]?.id;
}

const days = (count: number) => Array.from({ length: count }, (_, day) => `agent-1 day ${day} first`);

function shareOfDays(candidates: readonly Candidate[], id: string, share = SHARE): number {
  const seeds = days(4000);
  return seeds.filter((seed) => firstOf(candidates, seed, share) === id).length / seeds.length;
}

const evidence = fc
  .integer({ min: 0, max: 300 })
  .chain((settled) =>
    fc.record({ settled: fc.constant(settled), successes: fc.integer({ min: 0, max: settled }) }),
  );
const library = fc
  .array(fc.record({ evidence, fit: fc.integer({ min: 100, max: 300 }) }), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map(({ evidence: { successes, settled }, fit }, at) =>
      aCandidate(`s${at}`, [successes, settled], fit),
    ),
  );

describe('X5: the best script of a situation comes first', () => {
  it('in at least 85 % of the days, with a new one beside it', () => {
    const both = [aCandidate('new', [0, 0]), aCandidate('worse', [10, 60]), aCandidate('good', [45, 60])];
    expect(shareOfDays(both, 'good')).toBeGreaterThanOrEqual(0.85);
  });

  it('always, where the other is known to be worse', () => {
    expect(shareOfDays([aCandidate('worse', [10, 60]), aCandidate('good', [45, 60])], 'good')).toBe(1);
  });

  it('by the lower end: ten lucky cases do not win over a hundred good ones', () => {
    const both = [aCandidate('lucky', [9, 10]), aCandidate('tested', [80, 100])];
    expect(firstOf(both, 'a day', 0)).toBe('tested');
  });

  it('never over one that fits the reason of the customer', () => {
    const both = [aCandidate('famous', [290, 300], 200), aCandidate('for the reason', [0, 0], 240)];
    expect(firstOf(both, 'a day', 0)).toBe('for the reason');
  });
});

describe('X5: a small share of trials for new ones', () => {
  it('gives all new ones together their share, and each its part', () => {
    const all = [aCandidate('good', [45, 60]), aCandidate('new-1', [0, 0]), aCandidate('new-2', [1, 3])];
    const [one, two] = [shareOfDays(all, 'new-1'), shareOfDays(all, 'new-2')];
    expect(one + two).toBeGreaterThan(0.07);
    expect(one + two).toBeLessThan(0.13);
    expect(Math.min(one, two)).toBeGreaterThan(0.02);
  });

  it('is none at 0, and none where nothing is known that it could be compared with', () => {
    expect(shareOfDays([aCandidate('good', [45, 60]), aCandidate('new', [0, 0])], 'new', 0)).toBe(0);
    const unknown = [aCandidate('a', [2, 3]), aCandidate('b', [0, 0])];
    for (const seed of days(100)) {
      expect(boostsOf(unknown, { share: 1, seed })).toEqual({ boosts: new Map(), trialId: null });
    }
  });

  it('says which one is tried, and it is the one that comes first', () => {
    fc.assert(
      fc.property(library, fc.string(), (candidates, seed) => {
        const { trialId } = boostsOf(candidates, { share: 1, seed });
        fc.pre(trialId !== null);
        expect(firstOf(candidates, seed, 1)).toBe(trialId);
      }),
    );
  });

  it('is the same all day, in whatever order the scripts are read', () => {
    fc.assert(
      fc.property(library, fc.string(), (candidates, seed) => {
        const rule = { share: 0.5, seed };
        expect(boostsOf(candidates.toReversed(), rule).trialId).toBe(boostsOf(candidates, rule).trialId);
      }),
    );
  });
});

describe('X5: what is known of a script in a situation', () => {
  const rows = [
    { step: 'first', reason: 'price', successes: 12, settled: 15 },
    { step: 'first', reason: null, successes: 5, settled: 40 },
    { step: 'second', reason: null, successes: 1, settled: 3 },
  ];

  it('is what happened in just that one, where it happened often enough', () => {
    expect(evidenceIn(rows, { step: 'first', reason: 'price' }).settled).toBe(15);
    expect(evidenceIn(rows, { step: 'first', reason: 'mistake' }).settled).toBe(55);
    expect(evidenceIn(rows, { step: 'second', reason: null }).settled).toBe(58);
    expect(evidenceIn([], { step: 'second', reason: null })).toEqual({ low: 0, high: 1, settled: 0 });
  });
});

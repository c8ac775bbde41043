import type { ScriptId } from '../../ids.ts';
import type { Evidence } from './evidence.ts';
import { FEWEST_SETTLED } from './figures.ts';

/** In the weights of `rank-scripts`: experience outweighs step and grade together with a liking, never a reason. */
const EXPERIENCE_WEIGHT = 30;
/** Lifts a trial over whatever stands within its reach, likings and typing included. */
const TRIAL_BOOST = 100;

export type Candidate = {
  readonly id: ScriptId;
  /** As `rank-scripts` has it for the situation. */
  readonly fit: number;
  readonly evidence: Evidence;
};

export type TrialRule = {
  /** How often a script that is not known well enough comes first, 0 to 1. */
  readonly share: number;
  /** Names the agent, the day and the situation: the same seed gives the same order. */
  readonly seed: string;
};

export type Boosts = {
  readonly boosts: ReadonlyMap<ScriptId, number>;
  /** The script that is tried now, if any. */
  readonly trialId: ScriptId | null;
};

const isProven = ({ evidence }: Candidate): boolean => evidence.settled >= FEWEST_SETTLED;
const boostOf = (candidate: Candidate): number =>
  isProven(candidate) ? candidate.evidence.low * EXPERIENCE_WEIGHT : 0;
const scoreOf = (candidate: Candidate): number => candidate.fit + boostOf(candidate);

/**
 * X5: the script with the best experience comes first, judged by the lower end of its interval, so that three lucky
 * cases do not win over a hundred good ones. In a small share of the days one comes first that could still be better:
 * its upper end lies above the lower end of the best. Where nothing is known, nothing changes.
 */
export function boostsOf(candidates: readonly Candidate[], trial: TrialRule): Boosts {
  const boosts = new Map(candidates.filter(isProven).map((one) => [one.id, boostOf(one)]));
  const best = candidates.reduce<Candidate | null>(better, null);
  // An unproven script that comes first is tried without further ado.
  if (best === null || !isProven(best)) return { boosts, trialId: null };
  const tried = trialOf(candidates, { best, trial });
  if (tried !== null) boosts.set(tried.id, TRIAL_BOOST);
  return { boosts, trialId: tried?.id ?? null };
}

const better = (one: Candidate | null, other: Candidate): Candidate =>
  one === null || scoreOf(other) > scoreOf(one) || (scoreOf(other) === scoreOf(one) && other.id < one.id)
    ? other
    : one;

function trialOf(
  candidates: readonly Candidate[],
  { best, trial }: { readonly best: Candidate; readonly trial: TrialRule },
): Candidate | null {
  if (chance(`${trial.seed} whether`) >= trial.share) return null;
  const undecided = candidates
    .filter(({ id, fit }) => id !== best.id && fit > best.fit - EXPERIENCE_WEIGHT)
    .filter(({ evidence }) => evidence.high > best.evidence.low)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return undecided[Math.floor(chance(`${trial.seed} which`) * undecided.length)] ?? null;
}

/** A number from 0 to 1 that depends on the text alone: FNV-1a, its bits mixed as MurmurHash3 does in the end. */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

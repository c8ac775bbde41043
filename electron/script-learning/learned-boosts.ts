import type { ScriptId } from '../../shared/domain/ids.ts';
import { fitScore, type ScriptSituation } from '../../shared/domain/scripts/rank-scripts.ts';
import { type Boosts, boostsOf } from '../../shared/domain/scripts/script-learning/boosts.ts';
import { evidenceIn, type SituatedEvidence } from '../../shared/domain/scripts/script-learning/evidence.ts';
import { isOffered, type ScriptViewer } from '../../shared/domain/scripts/script-scope.ts';
import type { ScriptIndex } from '../../shared/domain/scripts/script-search.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';

/** A good script was used, and a used script comes before its equals: none behind these is known to be good. */
const CANDIDATES = 24;
const NO_BOOSTS: Boosts = { boosts: new Map(), trialId: null };

type Dependencies = {
  readonly evidenceOf: (id: ScriptId) => SituatedEvidence[];
  readonly clock: Clock;
};

type Asked = {
  readonly situation: ScriptSituation;
  readonly viewer: ScriptViewer;
  readonly index: ScriptIndex;
  readonly trialShare: number;
};

/** X5: orders the scripts of a situation by experience, worked out once per agent, day and situation. */
export function createLearnedBoosts({ evidenceOf, clock }: Dependencies) {
  const known = new Map<ScriptId, SituatedEvidence[]>();
  const bySeed = new Map<string, Boosts>();

  function knownOf(id: ScriptId): SituatedEvidence[] {
    const rows = known.get(id) ?? evidenceOf(id);
    known.set(id, rows);
    return rows;
  }

  function workOut({ situation, viewer, index, trialShare }: Asked, seed: string): Boosts {
    const step = situation.step === null ? null : situation.step;
    const candidates = index
      .search({
        text: '',
        situation,
        values: null,
        limit: CANDIDATES,
        isVisible: (scope) => isOffered(scope, viewer),
      })
      .filter(({ fits }) => fits)
      .map(({ script }) => ({
        id: script.id,
        fit: fitScore(script.fit, situation),
        evidence: evidenceIn(knownOf(script.id), { step, reason: situation.reason }),
      }));
    return boostsOf(candidates, { share: trialShare, seed });
  }

  return {
    boostsFor(asked: Asked): Boosts {
      const { situation, viewer, trialShare } = asked;
      // A situation without a stage has no experience.
      if (situation.stages.length === 0) return NO_BOOSTS;
      const { agentId, shopId } = viewer;
      const seed = JSON.stringify([beijingDate(clock.now()), agentId, shopId, situation, trialShare]);
      const found = bySeed.get(seed) ?? workOut(asked, seed);
      bySeed.set(seed, found);
      return found;
    },
    /** An import may have settled uses. */
    drop(): void {
      known.clear();
      bySeed.clear();
    },
    /** The library has changed, so there are other scripts to choose from. */
    libraryChanged: (): void => bySeed.clear(),
  };
}

export type LearnedBoosts = ReturnType<typeof createLearnedBoosts>;

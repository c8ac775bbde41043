import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import { isOffered } from '../../shared/domain/scripts/script-scope.ts';
import type { FoundScript, ScriptIndex } from '../../shared/domain/scripts/script-search.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/scripts/script-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { LearnedBoosts } from '../script-learning/learned-boosts.ts';
import type { LookUpOccasion, Occasion } from './copying/script-occasion.ts';

type Dependencies = {
  readonly lookUp: LookUpOccasion;
  readonly boostsFor: LearnedBoosts['boostsFor'];
  /** Of the agent who is signed in. */
  readonly favourites: () => ReadonlySet<ScriptId>;
  /** X5: how often a script that is not known well enough is offered first. */
  readonly trialShare: () => number;
};

type Wanted = {
  readonly text: string;
  readonly occasion: ScriptOccasion;
  readonly limit: number;
  readonly agent: { readonly id: AgentId; readonly name: string } | null;
};

export type ScriptsFound = {
  readonly hits: readonly FoundScript[];
  readonly occasion: Occasion;
  readonly trialId: ScriptId | null;
};

export type FindScripts = ReturnType<typeof createFindScripts>;

/** X3: letters, words and whole sentences of customers find scripts, the best for the occasion first. */
export function createFindScripts({ lookUp, boostsFor, favourites, trialShare }: Dependencies) {
  return (
    index: ScriptIndex,
    { text, occasion: asked, limit, agent }: Wanted,
    nowMs: EpochMs,
  ): ScriptsFound => {
    const occasion = lookUp(asked, agent?.name ?? null, nowMs);
    const { situation, values } = occasion;
    const viewer = { agentId: agent?.id ?? null, shopId: occasion.shop?.id ?? null };
    // An agent who searches by words gets no trial in front of the hits.
    const share = text.trim() === '' ? trialShare() : 0;
    const { boosts, trialId } = boostsFor({ situation, viewer, index, trialShare: share });
    const hits = index.search({
      text,
      situation,
      orderStatus: occasion.circumstances.orderStatus,
      values,
      limit,
      favourites: favourites(),
      boosts,
      isVisible: (scope) => isOffered(scope, viewer),
    });
    return { hits, occasion, trialId };
  };
}

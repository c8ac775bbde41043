import type { AgentId, ScriptPictureId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import {
  type FillValues,
  type RenderContext,
  type RenderedScript,
  renderScript,
} from '../../../shared/domain/scripts/script-template/render-script.ts';
import type { Reworded } from '../../../shared/domain/scripts/script-template/reword-message.ts';
import {
  type RewordedScript,
  rewordScript,
} from '../../../shared/domain/scripts/script-template/reword-script.ts';
import type { NearestWithCode } from './nearest-script.ts';
import type { Occasion } from './script-occasion.ts';

type Dependencies = {
  readonly nearest: NearestWithCode;
  readonly pictureNamed: (name: string) => ScriptPictureId | null;
  readonly answers: { list(key: { readonly agentId: AgentId; readonly field: string }): string[] };
};

type Wanted = {
  readonly script: Pick<Script, 'parts'>;
  readonly occasion: Occasion;
  readonly agentId: AgentId | null;
  readonly answers: FillValues;
};

export type RenderForOccasion = (wanted: Wanted) => RenderedScript;

function createContextFor({ nearest, pictureNamed, answers }: Dependencies) {
  return ({ occasion, agentId, answers: given }: Omit<Wanted, 'script'>): RenderContext => ({
    values: occasion.values,
    answers: given,
    circumstances: occasion.circumstances,
    fragment: (code) => nearest(code, { agentId, shopId: occasion.shop?.id ?? null })?.parts,
    picture: pictureNamed,
    remembered: (field) => (agentId === null ? [] : answers.list({ agentId, field })),
  });
}

/** X3: a script as it would be sent now, for this order and by this agent. */
export function createRenderForOccasion(dependencies: Dependencies): RenderForOccasion {
  const contextFor = createContextFor(dependencies);
  return (wanted) => renderScript(wanted.script.parts, contextFor(wanted));
}

export type RewordForOccasion = (wanted: Wanted, reworded: Reworded) => RewordedScript;

/** X3: the script after what an agent has made of its messages for this order. */
export function createRewordForOccasion(dependencies: Dependencies): RewordForOccasion {
  const contextFor = createContextFor(dependencies);
  return (wanted, reworded) => rewordScript(wanted.script.parts, contextFor(wanted), reworded);
}

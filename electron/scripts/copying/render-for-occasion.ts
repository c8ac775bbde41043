import type { AgentId, ScriptPictureId } from '../../../shared/domain/ids.ts';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import {
  type FillValues,
  type RenderedScript,
  renderScript,
} from '../../../shared/domain/scripts/script-template/render-script.ts';
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

/** X3: a script as it would be sent now, for this order and by this agent. */
export function createRenderForOccasion({ nearest, pictureNamed, answers }: Dependencies): RenderForOccasion {
  return ({ script, occasion, agentId, answers: given }) =>
    renderScript(script.parts, {
      values: occasion.values,
      answers: given,
      circumstances: occasion.circumstances,
      fragment: (code) => nearest(code, { agentId, shopId: occasion.shop?.id ?? null })?.parts,
      picture: pictureNamed,
      remembered: (field) => (agentId === null ? [] : answers.list({ agentId, field })),
    });
}

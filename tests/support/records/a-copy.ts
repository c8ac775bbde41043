import type { RenderForOccasion } from '../../../electron/scripts/copying/render-for-occasion.ts';
import { createWordingGate } from '../../../electron/scripts/copying/wording-gate.ts';
import { renderScript } from '../../../shared/domain/scripts/script-template/render-script.ts';
import { NOTHING_KNOWN } from './nothing-known.ts';

/** Without fragments, pictures and remembered answers. */
export const renderPlainly: RenderForOccasion = ({ script, occasion, answers }) =>
  renderScript(script.parts, {
    values: occasion.values,
    answers,
    circumstances: occasion.circumstances,
    fragment: () => undefined,
    picture: () => null,
    remembered: () => [],
  });

/** A copy without a wording check, of which nothing is remembered. */
export const PLAIN_COPY = {
  render: renderPlainly,
  checks: [],
  judgeWording: createWordingGate({ isLead: () => false }),
  rememberAnswers: () => {},
};

/** An occasion about which nothing is known but what the test says. */
export const PLAIN_OCCASION = { shop: null, circumstances: NOTHING_KNOWN };

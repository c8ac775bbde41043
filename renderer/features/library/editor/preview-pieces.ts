import { BROKEN } from '../../../../shared/domain/scripts/script-template/render-script.ts';
import type { ScriptMessage } from '../../../../shared/domain/scripts/script-template/script-message.ts';
import { BLANK } from '../../../../shared/domain/scripts/wording/wording-rule.ts';

export type PreviewPiece = {
  /**
   * The agent's words, a value from the order, a value that the agent chooses when copying, or a value that is not
   * known.
   */
  readonly kind: 'words' | 'filled' | 'asked' | 'unknown';
  readonly text: string;
};

const STRETCH = new RegExp(`${BLANK}+|【[^【】]*】|[^${BLANK}【]+|【`, 'gu');

/** A message cut at what is filled in or missing. */
export function previewPieces(message: Extract<ScriptMessage, { kind: 'text' }>): readonly PreviewPiece[] {
  const { text, words, missing } = message;
  return [...words.matchAll(STRETCH)].map(({ 0: stretch, index }) => {
    const shown = text.slice(index, index + stretch.length);
    if (stretch.startsWith(BLANK)) return { kind: shown === BROKEN ? 'unknown' : 'filled', text: shown };
    const field = missing.find(({ name }) => stretch === `【${name}】`);
    if (!field) return { kind: 'words', text: shown };
    return field.choices === null
      ? { kind: 'unknown', text: shown }
      : { kind: 'asked', text: `【${field.choices.join('／')}】` };
  });
}

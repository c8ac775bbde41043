import { checkWording, type WordingFinding } from './check-wording.ts';
import { OVER_LIMIT } from './length-rules.ts';
import type { WordingSettings } from './wording-settings.ts';

/** A finding in the text that is really sent; one that comes from the order alone is not the shop's wording. */
export type CopiedFinding = WordingFinding & { readonly isFromOrder: boolean };

export type CopiedCheck = {
  readonly findings: readonly CopiedFinding[];
  /** It must not reach the clipboard. */
  readonly isBlocked: boolean;
};

type CopiedText = {
  readonly text: string;
  /** The text with what comes from the order blanked out, sign by sign. */
  readonly words: string;
};

function isSame(one: WordingFinding, other: WordingFinding): boolean {
  if (one.ruleId !== other.ruleId) return false;
  // The best place to cut a long text may move with the blanks; the finding that it is too long stays the same.
  return one.ruleId === OVER_LIMIT || (one.start < other.end && other.start < one.end);
}

/**
 * R13: checks a text before it is copied, values of the order included. A word that stands in a product's title or a
 * nick is told about, but blocks no copy; a word of the script, or one that the agent typed, does where the shop
 * blocks.
 */
export function checkCopied({ text, words }: CopiedText, settings: WordingSettings): CopiedCheck {
  const own = checkWording(words, settings);
  const findings = checkWording(text, settings).map((finding) =>
    Object.assign({}, finding, { isFromOrder: !own.some((other) => isSame(finding, other)) }),
  );
  const isBlocked =
    settings.onCopy === 'block' &&
    findings.some(({ severity, isFromOrder }) => severity === 'warning' && !isFromOrder);
  return { findings, isBlocked };
}

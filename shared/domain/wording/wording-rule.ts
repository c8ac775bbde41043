export type WordingSeverity = 'advice' | 'warning';

/** A stretch of the text; `explanation` where the rule's own does not say enough about this one. */
export type WordingSpan = {
  readonly start: number;
  readonly end: number;
  readonly explanation?: string;
  /** The text is best cut in two behind it. */
  readonly canSplit?: boolean;
};

/** What a rule looks for; where two patterns of one rule meet, the one that begins first and is longer counts. */
export type WordingPattern = {
  readonly pattern: RegExp;
  /** An empty one deletes the word. */
  readonly replacement?: string;
};

/** R13: one norm of wording, with examples that the table test runs. */
export type WordingRule = {
  readonly id: string;
  /** Reads after 含: `含绝对化用语“最”`. */
  readonly name: string;
  readonly severity: WordingSeverity;
  readonly explanation: string;
  /** The duty, or the article of law. */
  readonly source: string;
  readonly match:
    | {
        readonly kind: 'pattern';
        readonly patterns: readonly WordingPattern[];
        /** Phrases in which the word means something else; they are not looked at. */
        readonly exceptions?: RegExp;
      }
    /** Gets the text with every variable blanked out, at the same positions. */
    | { readonly kind: 'function'; readonly find: (text: string) => readonly WordingSpan[] };
  readonly hits: readonly string[];
  readonly misses: readonly string[];
};

/** Takes the place of a variable, sign by sign, so that positions stay; no rule ever looks for it. */
export const BLANK = '\uFFFC';

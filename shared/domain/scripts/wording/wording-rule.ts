export type WordingSeverity = 'advice' | 'warning';

/** A stretch of the text; `explanation` where the rule's own does not say enough about this one. */
export type WordingSpan = {
  readonly start: number;
  readonly end: number;
  readonly explanation?: string;
  /** The text is best cut in two behind it. */
  readonly canSplit?: boolean;
};

/** A pattern of a rule; where two patterns of one rule meet, the one that begins first and is longer counts. */
export type WordingPattern = {
  readonly pattern: RegExp;
  /** An empty one deletes the word. */
  readonly replacement?: string;
};

/** On whose authority a word is objected to. */
export type WordingSource = { readonly kind: 'law' | 'platform' | 'house' | 'shop'; readonly name: string };

const SOURCE_KINDS = {
  law: '法律',
  platform: '平台规则',
  house: '服务规范',
  shop: '本店规范',
} as const satisfies Record<WordingSource['kind'], string>;

/** `法律：广告法 第九条` */
export function sourceLabel({ kind, name }: WordingSource): string {
  return name === '' ? SOURCE_KINDS[kind] : `${SOURCE_KINDS[kind]}：${name}`;
}

/** How one speaks to customers; no law asks for it, so a shop may do without. */
export const HOUSE: WordingSource = { kind: 'house', name: '' };

/** R13: one norm of wording, with examples that the table test runs. */
export type WordingRule = {
  readonly id: string;
  /** Reads after 含: `含绝对化用语“最”`. */
  readonly name: string;
  readonly severity: WordingSeverity;
  readonly explanation: string;
  readonly source: WordingSource;
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

/** Full-width letters and digits are read like the common ones; the text keeps its length. */
export function toHalfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ％]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

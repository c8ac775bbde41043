import { limitRule } from './length-rules.ts';
import { BLANK, toHalfWidth, type WordingRule } from './wording-rule.ts';
import { WORDING_RULES } from './wording-rules.ts';
import { type OwnWording, WILDCARD, type WordingSettings } from './wording-settings.ts';

/** The rule against 亲 belongs to shops that want 您; a shop that says 亲 has no rule against 您. */
const AGAINST_QIN = 'pet-name';
/** As many signs as a wildcard may stand for; few, so that no text takes long. */
const WILDCARD_SIGNS = 10;

function patternOf(word: string): RegExp {
  const gap = `[^。！？!?；;\\n${BLANK}]{0,${WILDCARD_SIGNS}}?`;
  const pieces = toHalfWidth(word.trim()).split(WILDCARD);
  const escaped = pieces.map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  return new RegExp(escaped.join(gap), 'giu');
}

export const ownRuleId = ({ word }: Pick<OwnWording, 'word'>): string => `own:${word}`;

function ownRule(own: OwnWording): WordingRule {
  return {
    id: ownRuleId(own),
    name: '本店禁用词',
    severity: 'warning',
    explanation: own.reason,
    source: { kind: 'shop', name: '' },
    match: {
      kind: 'pattern',
      patterns: [
        {
          pattern: patternOf(own.word),
          ...(own.replacement === null ? {} : { replacement: own.replacement }),
        },
      ],
    },
    hits: [],
    misses: [],
  };
}

function rulesOf({ address, maxMessageChars, rulesOff, ownRules }: WordingSettings): readonly WordingRule[] {
  const off = new Set([...rulesOff, ...(address === 'qin' ? [AGAINST_QIN] : [])]);
  return [
    ...WORDING_RULES.filter(({ id }) => !off.has(id)),
    ...(maxMessageChars === null ? [] : [limitRule(maxMessageChars)]),
    ...ownRules.map(ownRule),
  ];
}

/** Settings are asked for by every keystroke and every script of a library; their rules are made once. */
const made = new WeakMap<WordingSettings, readonly WordingRule[]>();

/** R13: the norms that hold in a shop. */
export function rulesFor(settings: WordingSettings): readonly WordingRule[] {
  const rules = made.get(settings) ?? rulesOf(settings);
  made.set(settings, rules);
  return rules;
}

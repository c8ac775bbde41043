import { firstTemplateProblem } from '../script-template/template-problems.ts';
import { blankTags, readingsOf } from '../script-template/template-words.ts';
import { rulesFor } from './shop-rules.ts';
import type {
  WordingPattern,
  WordingRule,
  WordingSeverity,
  WordingSource,
  WordingSpan,
} from './wording-rule.ts';
import { BLANK, toHalfWidth } from './wording-rule.ts';
import { DEFAULT_WORDING_SETTINGS, type WordingSettings } from './wording-settings.ts';

export type WordingFinding = {
  readonly ruleId: string;
  readonly name: string;
  readonly severity: WordingSeverity;
  readonly start: number;
  readonly end: number;
  /** The text between the two positions. */
  readonly found: string;
  readonly explanation: string;
  readonly source: WordingSource;
  /** An empty one deletes what was found; `undefined` where the rule has no better word. */
  readonly replacement: string | undefined;
  /** The text is best cut in two behind it. */
  readonly canSplit: boolean;
};

type Span = WordingSpan & { readonly replacement?: string | undefined };

const blanked = (raw: string) => BLANK.repeat(raw.length);

function spansOfPattern(text: string, { pattern, replacement }: WordingPattern): Span[] {
  return (
    [...text.matchAll(pattern)]
      // A gap in a pattern may be one word long, never a variable.
      .filter(([found]) => !found.includes(BLANK))
      .map(({ 0: found, index }) => ({
        start: index,
        end: index + found.length,
        replacement,
      }))
  );
}

/** A rule about a whole text looks at what a customer reads at once: never at two branches together. */
function spansOfReadings(text: string, find: (text: string) => readonly WordingSpan[]): readonly Span[] {
  const spans = readingsOf(text, BLANK).flatMap((reading) =>
    find(toHalfWidth(reading.text)).map((span) => ({
      ...span,
      start: reading.places[span.start] ?? 0,
      end: (reading.places[span.end - 1] ?? 0) + 1,
    })),
  );
  /** A cut inside a condition would leave it without its end. */
  const mayCut = (end: number) => firstTemplateProblem([text.slice(0, end)]) === undefined;
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()].map((span) =>
    span.canSplit === true && !mayCut(span.end) ? { ...span, canSplit: false } : span,
  );
}

function spansOf({ match }: WordingRule, text: string, own: string): readonly Span[] {
  if (match.kind === 'function') return spansOfReadings(text, match.find);
  const looked = match.exceptions === undefined ? own : own.replace(match.exceptions, blanked);
  const spans = match.patterns
    .flatMap((pattern) => spansOfPattern(looked, pattern))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  let reachedTo = 0;
  return spans.filter(({ start, end }) => {
    const isFree = start >= reachedTo;
    if (isFree) reachedTo = end;
    return isFree;
  });
}

/** R13: wording that could be better, from left to right. A variable is what it is filled with, so it never counts. */
export function checkWording(
  text: string,
  settings: WordingSettings = DEFAULT_WORDING_SETTINGS,
): readonly WordingFinding[] {
  const own = toHalfWidth(blankTags(text, BLANK));
  return rulesFor(settings)
    .flatMap((rule) =>
      spansOf(rule, text, own).map(
        ({ start, end, explanation = rule.explanation, replacement, canSplit = false }) => ({
          ruleId: rule.id,
          name: rule.name,
          severity: rule.severity,
          start,
          end,
          found: text.slice(start, end),
          explanation,
          source: rule.source,
          replacement,
          canSplit,
        }),
      ),
    )
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** The text with the better word; unchanged where the rule has none. */
export function applyReplacement(text: string, { start, end, replacement }: WordingFinding): string {
  return replacement === undefined ? text : text.slice(0, start) + replacement + text.slice(end);
}

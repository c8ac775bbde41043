import { describe, expect, it } from 'vitest';
import { chaseStepLabel } from '../../../../../shared/domain/chasing/chase-settings.ts';
import { LONGEST_PART, ScriptDraft } from '../../../../../shared/domain/scripts/script.ts';
import { WORDING_RULES } from '../../../../../shared/domain/scripts/wording/wording-rules.ts';
import { TASK_KINDS, taskStepLabel } from '../../../../../shared/domain/tasks/task.ts';

/** Every regular expression of a value, however deep it stands. */
function expressionsIn(value: unknown): RegExp[] {
  if (value instanceof RegExp) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}

/** The expression without its classes and escapes, in which a repetition is a repetition. */
const bare = ({ source }: RegExp) => source.replaceAll(/\\./gu, '_').replaceAll(/\[[^\]]*\]/gu, '_');

describe('F11: the check of a wording grows with the text', () => {
  it.each(WORDING_RULES.map((rule): [string, RegExp[]] => [rule.id, expressionsIn(rule)]))(
    'no expression of %s repeats without a bound',
    (_id, expressions) => {
      for (const expression of expressions) expect(bare(expression)).not.toMatch(/[+*]|\{\d+,\}/u);
    },
  );

  it('no message of a script is longer than any that is sent', () => {
    const { parts } = ScriptDraft.shape;
    expect(parts.safeParse(['亲'.repeat(LONGEST_PART)]).success).toBe(true);
    expect(parts.safeParse(['亲'.repeat(LONGEST_PART + 1)]).success).toBe(false);
  });
});

describe('F15: a step that comes from outside is a word and nothing else', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s', (step) => {
    expect(chaseStepLabel(step)).toBe(step);
    for (const kind of TASK_KINDS) expect(taskStepLabel(kind, step)).toBe(step);
  });
});

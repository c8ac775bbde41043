import { CLAIM_RULES } from './claim-rules.ts';
import { CONTACT_RULES } from './contact-rules.ts';
import { LENGTH_RULES } from './length-rules.ts';
import { MANNER_RULES } from './manner-rules.ts';
import type { WordingRule } from './wording-rule.ts';

/** R13: every norm of wording; the checker, its tests and the report know no other list. */
export const WORDING_RULES: readonly WordingRule[] = [
  ...CLAIM_RULES,
  ...CONTACT_RULES,
  ...MANNER_RULES,
  ...LENGTH_RULES,
];

import { z } from 'zod';
import type { CopiedFinding } from './check-copied.ts';

/** R13: what is said to the agent about the words that are on the clipboard, or were kept from it. */
export const WordingNote = z.object({
  ruleId: z.string(),
  name: z.string(),
  severity: z.enum(['advice', 'warning']),
  found: z.string(),
  explanation: z.string(),
  source: z.object({ kind: z.enum(['law', 'platform', 'house', 'shop']), name: z.string() }),
  /** Nobody's wording: a nick, a product's title. */
  isFromOrder: z.boolean(),
});
export type WordingNote = z.infer<typeof WordingNote>;

/** Advice is for whoever writes scripts; who sends them is told what matters. */
export function wordingNotes(findings: readonly CopiedFinding[]): WordingNote[] {
  return findings
    .filter(({ severity }) => severity === 'warning')
    .map(({ ruleId, name, severity, found, explanation, source, isFromOrder }) => ({
      ruleId,
      name,
      severity,
      found,
      explanation,
      source,
      isFromOrder,
    }));
}

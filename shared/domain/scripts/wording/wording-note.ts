import { z } from 'zod';
import type { CopiedFinding } from './check-copied.ts';

/** R13: a note to the agent on the words that are on the clipboard, or were kept from it. */
export const WordingNote = z.object({
  ruleId: z.string(),
  name: z.string(),
  severity: z.enum(['advice', 'warning']),
  found: z.string(),
  explanation: z.string(),
  source: z.object({ kind: z.enum(['law', 'platform', 'house', 'shop']), name: z.string() }),
  /** The word comes from a nick or a product's title, so no agent chose it. */
  isFromOrder: z.boolean(),
});
export type WordingNote = z.infer<typeof WordingNote>;

/** Agents who send scripts are told the warnings only; advice is for those who write scripts. */
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

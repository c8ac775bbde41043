import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

export const diagnosticsContract = {
  /** The file that was written; `null` when the agent thinks better of it. */
  'diagnostics.save': { input: nothing, output: z.string().nullable() },
  /** A failure of the page, as `describeError` says it. */
  'diagnostics.reportBug': { input: z.object({ description: z.string().max(4000) }), output: nothing },
} as const satisfies Record<string, Endpoint>;

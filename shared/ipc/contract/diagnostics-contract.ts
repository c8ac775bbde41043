import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { nothing } from './endpoint.ts';

export const diagnosticsContract = {
  /** The file that was written; `null` when the agent thinks better of it. */
  'diagnostics.save': { input: nothing, output: z.string().nullable() },
} as const satisfies Record<string, Endpoint>;

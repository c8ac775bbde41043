import { z } from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

const Release = z.object({
  version: z.string(),
  /** The news of the version, as plain text. */
  notes: z.string(),
  releasedAtMs: z.int().nullable(),
});
export type Release = z.infer<typeof Release>;

/** How far an update has come. Nothing is fetched before the agent said yes, and nothing installed before the end. */
export const UpdateStep = z.discriminatedUnion('kind', [
  /** This copy of the program cannot be updated from here; the words say why and what to do. */
  z.object({ kind: z.literal('unsupported'), reason: z.string() }),
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('checking') }),
  z.object({
    kind: z.literal('current'),
    checkedAtMs: z.int().nullable(),
    /** Set where the source offers an older version: it is never installed. */
    olderVersion: z.string().nullable(),
  }),
  z.object({ kind: z.literal('available'), release: Release }),
  z.object({ kind: z.literal('fetching'), release: Release, percent: z.int().min(0).max(100) }),
  /** Fetched, checked, and installed when the program ends. */
  z.object({ kind: z.literal('ready'), release: Release }),
  z.object({ kind: z.literal('failed'), reason: z.string(), release: Release.nullable() }),
]);
export type UpdateStep = z.infer<typeof UpdateStep>;

export const UpdateState = z.object({
  version: z.string(),
  /** A folder, a share or an address of the intranet; `null`: the app looks for no updates. */
  source: z.string().nullable(),
  step: UpdateStep,
});
export type UpdateState = z.infer<typeof UpdateState>;

export const updateContract = {
  'updates.state': { input: nothing, output: UpdateState },
  'updates.setSource': {
    input: z.object({ source: z.string().trim().max(1000).nullable() }),
    output: UpdateState,
  },
  /** The path, for the source field; `null` when the agent thinks better of it. */
  'updates.chooseFolder': { input: nothing, output: z.string().nullable() },
  'updates.check': { input: nothing, output: UpdateState },
  'updates.accept': { input: nothing, output: UpdateState },
  'updates.decline': { input: nothing, output: UpdateState },
  'updates.installNow': { input: nothing, output: nothing },
} as const satisfies Record<string, Endpoint>;

import { z } from 'zod';
import type { JobSpec } from '../kernel/jobs/job.ts';
import type { JobOutcome } from '../kernel/jobs/outcome.ts';
import type { StoreFacts } from '../store/store-facts.ts';

/** Counts and checks everything: a year of orders takes seconds. */
export const storeFactsJob: JobSpec<undefined, StoreFacts> = {
  name: 'diagnostics.storeFacts',
  label: '检查数据',
  input: z.undefined(),
  // Our own thread made it from the same type, and no screen shows more than it is given.
  output: z.custom<StoreFacts>(),
  writes: false,
};

/** A damaged store is what diagnostics are for: then there is a reason in place of the facts. */
export type StoreReading =
  | { readonly ok: true; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

export function toStoreReading(outcome: JobOutcome<StoreFacts>): StoreReading {
  if (outcome.kind === 'done') return { ok: true, facts: outcome.value };
  if (outcome.kind === 'cancelled') return { ok: false, reason: 'cancelled' };
  return { ok: false, reason: outcome.bug ?? outcome.failure.message };
}

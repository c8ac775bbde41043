import type { EpochMs } from '../../time/clock.ts';
import type { AgentId } from '../ids.ts';
import { type SubjectRef } from '../subjects/subject.ts';

/** The agent who acts, or `null` for the app itself, and the time. */
export type Actor = { readonly agentId: AgentId | null; readonly nowMs: EpochMs };

/** Every activity has these fields. */
export function activityBy({ agentId, nowMs }: Actor, subject: SubjectRef) {
  return { atMs: nowMs, subject, agentId, taskId: null, scriptId: null, importRunId: null };
}

/** Facts that were given; what was not given is left out. */
export function given<T extends Record<string, unknown>>(facts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  // Only entries without a value were dropped.
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

import type { PutOffLimit } from './subject-panel.ts';

export type PutOff = {
  readonly limit: PutOffLimit | null;
  readonly untilMs: number | null;
  readonly nowMs: number;
};

/** The words for a time that a task does not live to see; `null` where it does. */
export function beyondLimit({ limit, untilMs, nowMs }: PutOff) {
  if (limit === null || untilMs === null || untilMs < limit.endsAtMs) return null;
  return { says: limit.says(untilMs, nowMs), does: limit.does(untilMs, nowMs) };
}

import type { EpochMs } from '../../time/clock.ts';
import { findSpokenMoment } from '../../time/spoken-moment.ts';

/** A promise taken apart: the thing to do, and until when. */
export type PromiseText = { readonly toDo: string; readonly dueAtMs: EpochMs };

/**
 * H6: a promise as an agent types it, `周五前回复尺码`. The time leaves the words, because `明天` means another day when
 * the next shift reads it. `undefined` where no time to come is named.
 */
export function readPromise(text: string, nowMs: EpochMs): PromiseText | undefined {
  const spoken = findSpokenMoment(text, nowMs);
  if (!spoken) return undefined;
  const rest = `${text.slice(0, spoken.start)}${text.slice(spoken.end)}`;
  const toDo = rest
    .replaceAll(/^[\s，,、：:；;。]+|[\s，,、：:；;。]+$/gu, '')
    .replaceAll(/([，,、])\s*[，,、]/gu, '$1');
  return { toDo: toDo === '' ? text.trim() : toDo, dueAtMs: spoken.atMs };
}

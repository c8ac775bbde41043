import { setImmediate as nextTurn } from 'node:timers/promises';

/** All that is in the slices, each in a turn of its own: what else is waiting goes on between them. */
export async function gather<T>(slices: Iterator<readonly T[]>, got: T[] = []): Promise<T[]> {
  const slice = slices.next();
  if (slice.done === true) return got;
  got.push(...slice.value);
  await nextTurn();
  return gather(slices, got);
}

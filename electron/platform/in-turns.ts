import { setImmediate as nextTurn } from 'node:timers/promises';

export type InTurns = <T>(slices: Iterator<T>, done?: T[]) => Promise<T[]>;

/** Long work, a slice in each turn: whatever else is waiting goes on between them. */
export const inTurns: InTurns = async (slices, done = []) => {
  const slice = slices.next();
  if (slice.done === true) return done;
  done.push(slice.value);
  await nextTurn();
  return inTurns(slices, done);
};

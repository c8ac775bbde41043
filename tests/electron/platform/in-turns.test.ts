import { expect, it } from 'vitest';
import { inTurns } from '../../../electron/platform/in-turns.ts';

it('R1, X1: long work goes on between other work, a slice in each turn', async () => {
  const happened: string[] = [];
  function* slices() {
    for (const slice of ['a', 'b', 'c']) {
      happened.push(slice);
      setImmediate(() => happened.push('a click'));
      yield slice;
    }
  }
  expect(await inTurns(slices())).toEqual(['a', 'b', 'c']);
  expect(happened).toEqual(['a', 'a click', 'b', 'a click', 'c', 'a click']);
});

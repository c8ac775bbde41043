import { expect, it } from 'vitest';
import { gather } from '../../../electron/scripts/gather.ts';

it('R1: a long answer is put together between other work, a slice in each turn', async () => {
  const happened: string[] = [];
  function* slices() {
    for (const slice of [['a', 'b'], ['c'], ['d']]) {
      happened.push(slice.join(''));
      setImmediate(() => happened.push('a click'));
      yield slice;
    }
  }
  expect(await gather(slices())).toEqual(['a', 'b', 'c', 'd']);
  expect(happened).toEqual(['ab', 'a click', 'c', 'a click', 'd', 'a click']);
});

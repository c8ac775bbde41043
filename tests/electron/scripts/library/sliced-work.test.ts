import { beforeEach, describe, expect, it } from 'vitest';
import { createSlicedWork } from '../../../../electron/scripts/library/sliced-work.ts';

let put: { readonly work: () => void; readonly afterMs: number }[];
let done: string[];
let failing: boolean;

beforeEach(() => {
  put = [];
  done = [];
  failing = false;
});

function* slices(): Generator<'half' | 'whole' | undefined> {
  done.push('a');
  yield;
  if (failing) throw new Error('the disk is gone');
  done.push('b');
  yield 'half';
  done.push('c');
  yield 'whole';
}

const aWork = () =>
  createSlicedWork({ slices, runLater: (work, afterMs) => void put.push({ work, afterMs }) });

/** A timer that was put off calls all the same. */
const next = (): void => put.shift()?.work();
const all = (): void => {
  while (put.length > 0) next();
};

describe('long work in slices', () => {
  it('begins when it is first asked for, and tells as soon as the stage is reached', async () => {
    const work = aWork();
    expect(put).toEqual([]);
    const half = work.reached('half');
    next();
    next();
    await half;
    expect(done).toEqual(['a', 'b']);
    all();
    await work.reached('whole');
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('leaves pauses unless somebody waits', () => {
    const work = aWork();
    void work.reached('half');
    next();
    next();
    expect(put.map(({ afterMs }) => afterMs)).toEqual([20]);
    void work.reached('whole');
    expect(put.map(({ afterMs }) => afterMs)).toEqual([20, 0]);
  });

  it('does nothing twice, however many wait', async () => {
    const work = aWork();
    const waiting = [work.reached('whole'), work.reached('half'), work.reached('whole')];
    all();
    await Promise.all(waiting);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('starts over at once if a caller waits, and else when it is asked for again', async () => {
    const work = aWork();
    const whole = work.reached('whole');
    next();
    work.startOver();
    all();
    await whole;
    expect(done).toEqual(['a', 'a', 'b', 'c']);
    work.startOver();
    expect(put).toEqual([]);
    const again = work.reached('half');
    all();
    await again;
    expect(done.slice(4)).toEqual(['a', 'b', 'c']);
  });

  it('tells the caller who waits that it failed, and tries again for the next', async () => {
    const work = aWork();
    failing = true;
    const whole = work.reached('whole');
    all();
    await expect(whole).rejects.toThrow('the disk is gone');
    failing = false;
    const again = work.reached('whole');
    all();
    await again;
    expect(done).toEqual(['a', 'a', 'b', 'c']);
  });

  it('hides no failure that nobody waits for', () => {
    const work = aWork();
    void work.reached('whole').catch(() => {});
    next();
    failing = true;
    all();
    expect(put).toEqual([]);
    failing = false;
    void work.reached('half');
    next();
    next();
    expect(done).toEqual(['a', 'a', 'b']);
  });
});

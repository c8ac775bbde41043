import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeFrom } from '../../scripts/lib/made-from.ts';

describe('something made from files', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaoer-made-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function aThing(make: () => Promise<unknown> = async () => {}) {
    let count = 0;
    const thing = madeFrom({
      inputs: ['package.json'],
      stampFile: join(folder, 'out', 'made-from'),
      async make() {
        count += 1;
        await make();
      },
    });
    return { ...thing, count: () => count };
  }

  it('is made again when a file has changed, and otherwise only when asked to', async () => {
    const thing = aThing();
    await thing.makeIfStale();
    await thing.makeIfStale();
    expect(thing.count()).toBe(1);
    await thing.makeNow();
    expect(thing.count()).toBe(2);
    await writeFile(join(folder, 'out', 'made-from'), 'another fingerprint');
    await thing.makeIfStale();
    expect(thing.count()).toBe(3);
  });

  it('stays stale when making it failed', async () => {
    const broken = aThing(() => Promise.reject(new Error('no room on the disk')));
    await expect(broken.makeIfStale()).rejects.toThrow('no room on the disk');
    const thing = aThing();
    await thing.makeIfStale();
    expect(thing.count()).toBe(1);
  });
});

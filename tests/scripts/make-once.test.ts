import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOnce } from '../../scripts/runtime/make-once.ts';

describe('a cached folder', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'xiaoer-once-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it('is made once', async () => {
    const fill = (text: string) => (folder: string) => writeFile(join(folder, 'a'), text);
    await makeOnce(join(root, 'cache', 'thing'), fill('first'));
    await makeOnce(join(root, 'cache', 'thing'), fill('second'));
    expect(await readFile(join(root, 'cache', 'thing', 'a'), 'utf8')).toBe('first');
  });

  it('is not there at all when making it failed', async () => {
    const making = makeOnce(join(root, 'thing'), async (folder) => {
      await writeFile(join(folder, 'half'), '');
      throw new Error('the network went away');
    });
    await expect(making).rejects.toThrow('the network went away');
    expect(await readdir(root)).toEqual([]);
  });

  it('is whole when two runs make it at once', async () => {
    const fill = (folder: string) => writeFile(join(folder, 'a'), 'whole');
    await Promise.all([makeOnce(join(root, 'thing'), fill), makeOnce(join(root, 'thing'), fill)]);
    expect(await readdir(root)).toEqual(['thing']);
    expect(existsSync(join(root, 'thing', 'a'))).toBe(true);
  });
});

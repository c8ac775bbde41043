import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './paths.ts';

/** One hash over the paths and contents of all files that match: a checkout's new mtimes change nothing. */
export async function fingerprint(patterns: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Array.fromAsync(glob(patterns, { cwd: repositoryRoot, withFileTypes: true })))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const file of files) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest('hex');
}

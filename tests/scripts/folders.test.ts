import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repositoryRoot = resolve(import.meta.dirname, '../..');
/** One more than is read at a glance, so that the next file need not be the one that divides a folder. */
const MOST_FILES = 16;
/** Found by their numbers, or by the kind that each has the name of. */
const LISTS = new Set(['docs/decisions', 'electron/store/migrations', 'shared/domain/tasks/task-kinds']);

type Folder = { readonly path: string; readonly files: number };

/** A folder and all below it, with the files that stand directly in each. */
function foldersIn(path: string): Folder[] {
  const entries = readdirSync(join(repositoryRoot, path), { withFileTypes: true });
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => foldersIn(`${path}/${name}`));
  return [{ path, files: entries.filter((entry) => entry.isFile()).length }, ...below];
}

describe('a folder', () => {
  it(`holds at most ${MOST_FILES} files, or is divided`, () => {
    const full = ['shared', 'electron', 'renderer', 'cli', 'scripts', 'tests', 'docs']
      .flatMap(foldersIn)
      .filter(({ path, files }) => files > MOST_FILES && !LISTS.has(path));
    expect(full).toEqual([]);
  });
});

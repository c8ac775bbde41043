import { describe, expect, it } from 'vitest';
import {
  missedBy,
  ourSearch,
  SCRIPT_QUERIES,
  searchedLibrary,
} from '../../../bench/support/searched-library.ts';

/** `npm run bench -- --only scripts` asks fuse.js and minisearch the same. */
describe('X3: 60 queries as agents type them, among 10 000 scripts', () => {
  it('are sixty, of every kind', () => {
    expect(SCRIPT_QUERIES).toHaveLength(60);
    const kinds = new Set(SCRIPT_QUERIES.map(({ kind }) => kind));
    expect([...kinds]).toEqual(['initials', 'words', 'pinyin', 'typo', 'code', 'mixed']);
  });

  it('each have the script that is meant among the first three', () => {
    expect(missedBy(ourSearch(searchedLibrary(10_000)))).toEqual([]);
  });
});

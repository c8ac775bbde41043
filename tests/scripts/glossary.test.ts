import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const repositoryRoot = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');

const COMMENT = /\/\*.*?\*\/|(?<=^|\s)\/\/[^\n]*/gs;
const words = new Set(
  ['shared', 'electron', 'renderer']
    .flatMap((folder) =>
      readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path))
        .map((path) => read(join(folder, path)).replace(COMMENT, '')),
    )
    .flatMap((code) => code.match(/[a-z_]\w*/gi) ?? []),
);

const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, inner = '']) => inner);
const glossary = read('docs/glossary.md');
const terms = glossary
  .split('\n')
  .flatMap((line) => /^\| (`[^|]*)\|/.exec(line)?.[1] ?? [])
  .flatMap(quoted);

describe('a word of the glossary', () => {
  it('stands in the table', () => {
    expect(terms.length).toBeGreaterThan(80);
  });

  it.each(terms)('%s is a name in the code', (term) => {
    expect(words).toContain(term);
  });

  it('leads to files that are there', () => {
    const paths = quoted(glossary).filter((one) => /^(?:shared|electron|renderer)\//.test(one));
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });
});

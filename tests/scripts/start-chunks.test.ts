import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { startChunks } from '../../scripts/bundling/start-chunks.ts';

const SOURCES = {
  'index.html': '<script type="module" src="./index.js"></script>',
  'other.html': '<script type="module" src="./other.js"></script>',
  'index.js': `import { both } from './both.js'; import { own } from './own.js'; both(own()); import('./later.js');`,
  'other.js': `import { both } from './both.js'; both('other'); import('./later.js');`,
  'both.js': `import { deep } from './deep.js'; export const both = (text) => console.log(text, deep());`,
  'deep.js': `export const deep = () => 'deep';`,
  'own.js': `import { deep } from './deep.js'; export const own = () => 'own' + deep();`,
  'later.js': `import { deep } from './deep.js'; import { own } from './own.js'; console.log('later', deep(), own());`,
};

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-chunks-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('X6: a page starts from one file of its own and one that it shares, and not from what is read later', async () => {
  for (const [name, text] of Object.entries(SOURCES)) writeFileSync(join(folder, name), text);
  const page = (name: string) => join(folder, `${name}.html`);
  await build({
    root: folder,
    base: './',
    logLevel: 'silent',
    build: {
      outDir: join(folder, 'out'),
      minify: false,
      rolldownOptions: {
        input: { index: page('index'), other: page('other') },
        output: { codeSplitting: { groups: startChunks({ first: page('index'), others: [page('other')] }) } },
      },
    },
  });
  const named = (name: string) =>
    Array.from(
      readFileSync(join(folder, 'out', `${name}.html`), 'utf8').matchAll(/assets\/([a-z]+)-/g),
      ([, file]) => file,
    );
  const codeOf = (name: string) => {
    const file = readdirSync(join(folder, 'out/assets')).find((each) => each.startsWith(`${name}-`));
    return readFileSync(join(folder, 'out/assets', file ?? name), 'utf8');
  };
  expect(named('index').filter((file) => file !== 'rolldown')).toEqual(['shared', 'workbench']);
  expect(named('other')).toContain('shared');
  expect(named('other')).not.toContain('workbench');
  expect(codeOf('workbench')).toContain(`'own'`.replaceAll("'", '"'));
  expect(codeOf('workbench')).not.toContain('later"');
});

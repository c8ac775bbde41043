import { dirname, join } from 'node:path';
import { build } from 'vite';
import { madeFrom } from '../../../scripts/lib/made-from.ts';
import { repositoryRoot } from '../../../scripts/lib/paths.ts';

/** The child in one file: Node needs three times as long to start from its four hundred, a thousand times over. */
export const CHILD_BUNDLE = join(repositoryRoot, 'out', 'test', 'torture', 'child.js');

export const childBundle = madeFrom({
  inputs: [
    '{electron,shared,resources}/**/*.{ts,json}',
    'tests/{torture,support,bench/support}/**/*.ts',
    'package-lock.json',
  ],
  stampFile: join(dirname(CHILD_BUNDLE), 'built-from'),
  make: () =>
    build({
      root: repositoryRoot,
      configFile: false,
      logLevel: 'warn',
      build: {
        ssr: 'tests/torture/child.ts',
        outDir: dirname(CHILD_BUNDLE),
        target: 'node24',
        minify: false,
      },
    }),
});

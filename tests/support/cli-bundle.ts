import { dirname, join } from 'node:path';
import { build } from 'vite';
import { madeFrom } from '../../scripts/lib/made-from.ts';
import { repositoryRoot } from '../../scripts/lib/paths.ts';

/** The command line in one file, as the tests run it. */
export const CLI_BUNDLE = join(repositoryRoot, 'out', 'test', 'cli', 'main.js');

const bundle = madeFrom({
  inputs: ['{cli,electron,shared,resources}/**/*.{ts,json}', 'package-lock.json'],
  stampFile: join(dirname(CLI_BUNDLE), 'built-from'),
  make: () =>
    build({
      root: repositoryRoot,
      configFile: false,
      logLevel: 'warn',
      build: {
        // Packages stay where they are; what is ours becomes one file.
        ssr: 'cli/main.ts',
        outDir: dirname(CLI_BUNDLE),
        target: 'node24',
        minify: false,
      },
    }),
});

/** Bundles the command line when a source has changed since the last time. */
export const setup = bundle.makeIfStale;

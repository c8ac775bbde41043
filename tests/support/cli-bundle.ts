import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { fingerprint } from '../../scripts/lib/fingerprint.ts';
import { repositoryRoot } from '../../scripts/lib/paths.ts';

/** The command line in one file, as the tests run it. */
export const CLI_BUNDLE = join(repositoryRoot, 'out', 'test', 'cli', 'main.js');
const STAMP = join(dirname(CLI_BUNDLE), 'built-from');
const INPUTS = ['{cli,electron,shared,resources}/**/*.{ts,json}', 'package-lock.json'];

/** Bundles the command line when a source has changed since the last time. */
export async function setup(): Promise<void> {
  const inputs = await fingerprint(INPUTS);
  const stamp = await readFile(STAMP, 'utf8').catch(() => '');
  if (stamp === inputs) return;
  await build({
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
  });
  await writeFile(STAMP, inputs);
}

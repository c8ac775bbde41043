import { basename, join } from 'node:path';
import { madeFrom } from '../../scripts/lib/made-from.ts';
import { repositoryRoot } from '../../scripts/lib/paths.ts';

type Bundled = {
  /** Where it begins, from the root of the repository. */
  readonly entry: string;
  /** The folder below `out/test`. */
  readonly name: string;
  /** Patterns of the sources that it is made from. */
  readonly sources: readonly string[];
};

/** A program in one file, made again when one of its sources has changed: Node is slow to start from hundreds. */
export function nodeBundle({ entry, name, sources }: Bundled) {
  const folder = join(repositoryRoot, 'out', 'test', name);
  const { makeIfStale } = madeFrom({
    inputs: [...sources, 'package-lock.json'],
    stampFile: join(folder, 'built-from'),
    async make() {
      // To start a program that is built already takes no bundler.
      const { build } = await import('vite');
      await build({
        root: repositoryRoot,
        configFile: false,
        logLevel: 'warn',
        // Packages stay where they are; what is ours becomes one file.
        build: { ssr: entry, outDir: folder, target: 'node24', minify: false },
      });
    },
  });
  return { file: join(folder, basename(entry).replace(/\.ts$/u, '.js')), makeIfStale };
}

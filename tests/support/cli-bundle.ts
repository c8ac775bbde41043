import { nodeBundle } from './node-bundle.ts';

const bundle = nodeBundle({
  entry: 'cli/main.ts',
  name: 'cli',
  sources: ['{cli,electron,shared,resources}/**/*.{ts,json}'],
});

/** The command line, as the tests run it. */
export const CLI_BUNDLE = bundle.file;

/** Bundles the command line when a source has changed since the last time. */
export const setup = bundle.makeIfStale;

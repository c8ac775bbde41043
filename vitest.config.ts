import { dirname, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { TOY_LISTS } from './tests/toy/toy-lists.ts';

// No test fails for time alone: on a busy machine everything takes many times longer, and what is slow shows in the
// benchmarks and in the table that `npm test` prints at its end.
const PATIENCE_MS = 300_000;
const POLL = { timeout: 60_000 };

const inRepository = (path: string) => resolve(import.meta.dirname, path);
const LISTS = new Map(
  Object.entries(TOY_LISTS).map(([product, toy]) => [inRepository(product), inRepository(toy)]),
);

/** Lists that hold a toy as well take the place of the product's: a new subject comes through these and no other file. */
function withToyLists(): Plugin {
  return {
    name: 'toy lists',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer === undefined || !source.startsWith('.')) return undefined;
      const list = LISTS.get(resolve(dirname(importer), source));
      return list === importer ? undefined : list;
    },
  };
}

export default defineConfig({
  test: {
    // Threads start twice as fast as processes and nothing here changes process-wide state.
    pool: 'threads',
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    expect: { poll: POLL },
    setupFiles: ['tests/support/property-seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // A new thread for each file would read main's modules, and make an empty store, three hundred times.
          isolate: false,
          include: ['tests/{electron,shared,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [withToyLists()],
        test: {
          name: 'toy',
          environment: 'node',
          include: ['tests/toy/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'cli',
          environment: 'node',
          globalSetup: ['tests/support/cli-bundle.ts'],
          include: ['tests/cli/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          setupFiles: ['tests/renderer/set-up.ts'],
          // Every file needs the same eight hundred modules; `set-up.ts` leaves nothing of one test to the next.
          isolate: false,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          exclude: ['tests/renderer/toy/**'],
        },
      },
      {
        extends: true,
        plugins: [react(), withToyLists()],
        test: {
          name: 'toy page',
          environment: 'happy-dom',
          setupFiles: ['tests/renderer/set-up.ts'],
          include: ['tests/renderer/toy/**/*.test.tsx'],
        },
      },
    ],
  },
});

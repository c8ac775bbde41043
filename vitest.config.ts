import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// No test fails for time alone: on a busy machine everything takes many times longer, and what is slow shows in the
// benchmarks and in the table that `npm test` prints at its end.
const PATIENCE_MS = 300_000;
const POLL = { timeout: 60_000 };

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
          include: ['tests/{electron,shared,scripts}/**/*.test.ts'],
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
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});

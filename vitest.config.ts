import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Threads start twice as fast as processes and nothing here changes process-wide state.
    pool: 'threads',
    // A busy machine is no failure: what is slow shows in the benchmarks.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    setupFiles: ['tests/support/property-seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{electron,shared,cli,scripts}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          setupFiles: ['tests/support/property-seed.ts', 'tests/renderer/set-up.ts'],
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});

import { defineConfig } from '@playwright/test';
import { z } from 'zod';

// Each test owns a whole desktop app, and two at once would share the screen, the hotkeys, the clipboard and the
// notifications; so each worker has a desktop to itself (scripts/lib/run-playwright.ts).
const desktops = z
  .array(z.record(z.string(), z.string()))
  .parse(JSON.parse(process.env['XIAOER_DESKTOPS'] ?? '[{}]'));
Object.assign(process.env, desktops[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)]);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/e2e',
  workers: desktops.length,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  // Bounds only a test that hangs: on a busy machine the longest ones take minutes.
  timeout: 300_000,
  // On a busy machine each step takes many times longer.
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'out/test/playwright.json' }]],
  projects: [
    { name: 'e2e', testIgnore: ['demo.spec.ts', 'hands/whole-round.spec.ts', 'every-look.spec.ts'] },
    { name: 'demo', testMatch: 'demo.spec.ts', timeout: 10 * 60_000 },
    { name: 'screens', testMatch: 'every-look.spec.ts', timeout: 20 * 60_000 },
    { name: 'hands', testMatch: 'hands/whole-round.spec.ts', timeout: 10 * 60_000 },
  ],
});

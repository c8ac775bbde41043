import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/e2e',
  // Each test owns a whole desktop app; two at once would share the screen, the hotkeys and the notifications.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env['CI'] === 'true',
  // Bounds only a test that hangs: on a busy machine the longest ones take minutes.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'out/test/playwright.json' }]],
  projects: [
    { name: 'e2e', testIgnore: 'demo.spec.ts' },
    { name: 'demo', testMatch: 'demo.spec.ts', timeout: 10 * 60_000 },
  ],
});

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './lib/paths.ts';
import { runScript } from './lib/run.ts';
import { runPlaywright } from './lib/run-playwright.ts';

// Plays a working day on a private desktop; needs no screen.
await runScript(async () => {
  const folder = join(repositoryRoot, 'out', 'demo');
  await rm(folder, { recursive: true, force: true });
  const exitCode = await runPlaywright('demo', process.argv.slice(2));
  const report = join(folder, 'report.md');
  if (existsSync(report)) console.log(`\nWhat happened, with pictures: ${report}`);
  return exitCode;
});

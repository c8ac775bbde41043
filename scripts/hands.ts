import { toolPath } from './lib/paths.ts';
import { run, runScript } from './lib/run.ts';
import { runPlaywright } from './lib/run-playwright.ts';

// Counts keys, clicks and window switches of every job of an agent, and writes them into docs/hands.md.
await runScript(async () => {
  const exitCode = await runPlaywright('hands', process.argv.slice(2));
  await run(toolPath('biome'), ['format', '--write', 'docs/hands.md']);
  return exitCode;
});

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './lib/paths.ts';
import { runScript, ScriptError } from './lib/run.ts';
import { runPlaywright } from './lib/run-playwright.ts';
import { runVitest, unitReportFile } from './lib/run-vitest.ts';
import { countPlaywright, readReport, settleCounts } from './lib/test-counts.ts';
import { e2eTimes, timeTable, unitTimes } from './lib/test-times.ts';

// Runs every test there is; the last line is the sum.
await runScript(async () => {
  const unit = await runVitest();
  const reportFile = join(repositoryRoot, 'out', 'test', 'playwright.json');
  await rm(reportFile, { force: true });
  const exitCode = await runPlaywright('e2e').catch((error: unknown) => {
    console.error(error instanceof ScriptError ? error.message : error);
    return 1;
  });
  const e2eReport = await readReport(reportFile);
  const e2e = settleCounts(countPlaywright(e2eReport), exitCode);
  console.log('\nWhere the time went, each thread counted by itself:');
  for (const line of timeTable(unitTimes(await readReport(unitReportFile), repositoryRoot)))
    console.log(line);
  for (const line of timeTable(e2eTimes(e2eReport))) console.log(line);
  console.log(`\nUnit: ${unit.passed} passed, ${unit.failed} failed`);
  console.log(`End to end: ${e2e.passed} passed, ${e2e.failed} failed`);
  const failed = unit.failed + e2e.failed;
  console.log(`${unit.passed + e2e.passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot, toolPath } from './paths.ts';
import { run } from './run.ts';
import { type Counts, countVitest, readReport, settleCounts } from './test-counts.ts';

export const unitReportFile = join(repositoryRoot, 'out', 'test', 'vitest.json');

export async function runVitest(args: readonly string[] = []): Promise<Counts> {
  await rm(unitReportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReportFile}`];
  const { exitCode } = await run(toolPath('vitest'), ['run', ...reporters, ...args]);
  return settleCounts(countVitest(await readReport(unitReportFile)), exitCode);
}

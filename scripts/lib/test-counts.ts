import { readFile } from 'node:fs/promises';

export type Counts = { readonly passed: number; readonly failed: number };

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};
type PlaywrightReport = {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
};

/** A file that could not even be loaded counts as one failure: it holds tests that nobody ran. */
export function countVitest(report: VitestReport): Counts {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

export function countPlaywright({ stats }: PlaywrightReport): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** What a runner says counts only as far as its exit code and its report agree. */
export function settleCounts(counts: Counts | undefined, exitCode: number): Counts {
  if (counts === undefined) return { passed: 0, failed: 1 };
  const nothingRan = counts.passed + counts.failed === 0;
  const failedUnseen = exitCode !== 0 && counts.failed === 0;
  return nothingRan || failedUnseen ? { passed: counts.passed, failed: 1 } : counts;
}

/** Both runners write JSON of these shapes; nothing else writes to these files. */
export async function readCounts<Report>(
  file: string,
  count: (report: Report) => Counts,
): Promise<Counts | undefined> {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')) as Report);
  } catch {
    return undefined;
  }
}

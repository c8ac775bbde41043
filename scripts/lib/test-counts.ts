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

/** A file that could not even be loaded counts as one failure: its tests did not run. */
export function countVitest(json: unknown): Counts | undefined {
  if (json === undefined) return undefined;
  const report = json as VitestReport; // The file is Vitest's own.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

export function countPlaywright(json: unknown): Counts | undefined {
  if (json === undefined) return undefined;
  const { stats } = json as PlaywrightReport; // The file is Playwright's own.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}

/** Counts what a runner reports only as far as its exit code and its report agree. */
export function settleCounts(counts: Counts | undefined, exitCode: number): Counts {
  if (counts === undefined) return { passed: 0, failed: 1 };
  const nothingRan = counts.passed + counts.failed === 0;
  const failedUnseen = exitCode !== 0 && counts.failed === 0;
  return nothingRan || failedUnseen ? { passed: counts.passed, failed: 1 } : counts;
}

/** The report of a runner; undefined when it did not come so far. */
export async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

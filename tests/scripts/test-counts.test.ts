import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, settleCounts } from '../../scripts/lib/test-counts.ts';

describe('the sum of a test run', () => {
  it('counts a test file that could not be loaded as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{}] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a test that passed only at the second try as a failure', () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1 } })).toEqual({
      passed: 4,
      failed: 2,
    });
  });

  it('is a failure when nothing ran', () => {
    expect(settleCounts({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('is a failure when the runner left no report', () => {
    expect(settleCounts(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('is a failure when the runner failed without a failed test', () => {
    expect(settleCounts({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('is what the runner says otherwise', () => {
    expect(settleCounts({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { e2eTimes, timeTable, unitTimes } from '../../scripts/lib/test-times.ts';

describe('where the time of a test run went', () => {
  it('is added up by the top folder of the unit tests', () => {
    const file = (name: string, endTime: number) => ({ name: `/repo/${name}`, startTime: 1000, endTime });
    const report = {
      testResults: [
        file('tests/electron/store/a.test.ts', 3000),
        file('tests/electron/b.test.ts', 1500),
        file('tests/cli/c.test.ts', 2000),
      ],
    };
    expect([...unitTimes(report, '/repo')]).toEqual([
      ['tests/electron', 2.5],
      ['tests/cli', 1],
    ]);
  });

  it('is added up by spec of the end-to-end tests, with every try', () => {
    const spec = (...durations: number[]) => ({
      tests: [{ results: durations.map((duration) => ({ duration })) }],
    });
    const inner = { file: 'e2e/a.spec.ts', specs: [spec(500, 1500)] };
    const report = { suites: [{ file: 'e2e/a.spec.ts', specs: [spec(1000)], suites: [inner] }] };
    expect([...e2eTimes(report)]).toEqual([['tests/e2e/a.spec.ts', 3]]);
  });

  it('is shown with its budget, the longest part first, and a part over it says so', () => {
    const times = new Map([
      ['tests/cli', 10],
      ['tests/electron', 100.26],
    ]);
    expect(timeTable(times, { 'tests/electron': 90, other: 20 })).toEqual([
      'over tests/electron                         100.3 s of 90 s',
      'ok   tests/cli                               10.0 s of 20 s',
    ]);
  });

  it('is nothing where a runner left no report', () => {
    expect([unitTimes(undefined, '/repo').size, e2eTimes(undefined).size]).toEqual([0, 0]);
  });
});

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly startTime: number;
    readonly endTime: number;
  }[];
};
type PlaywrightSuite = {
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
};
type PlaywrightReport = { readonly suites: readonly PlaywrightSuite[] };

/** Seconds that the tests of a part took, each thread counted by itself. */
export type PartTimes = ReadonlyMap<string, number>;

/** Seconds on two quiet cores, with room for a busy day. A part that is not named has the budget of `other`. */
export const BUDGETS: Readonly<Record<string, number>> = {
  'tests/electron': 420,
  'tests/shared': 90,
  'tests/scripts': 60,
  'tests/cli': 60,
  'tests/renderer': 240,
  'tests/e2e/reminders.spec.ts': 180,
  'tests/e2e/scripts/script-content.spec.ts': 120,
  'tests/e2e/screens.spec.ts': 200,
  'tests/e2e/installed/runtime.spec.ts': 150,
  other: 90,
};

function add(times: Map<string, number>, part: string, seconds: number): void {
  times.set(part, (times.get(part) ?? 0) + seconds);
}

/** By top folder of the tests; `root` is the folder of the repository. */
export function unitTimes(json: unknown, root: string): PartTimes {
  const times = new Map<string, number>();
  if (json === undefined) return times;
  const { testResults } = json as VitestReport; // The file is Vitest's own.
  for (const { name, startTime, endTime } of testResults) {
    const [top, folder] = name.replace(`${root}/`, '').split('/');
    add(times, `${top}/${folder}`, Math.max(0, endTime - startTime) / 1000);
  }
  return times;
}

/** By spec. */
export function e2eTimes(json: unknown): PartTimes {
  const times = new Map<string, number>();
  function read({ file, specs = [], suites = [] }: PlaywrightSuite): void {
    for (const { tests } of specs)
      for (const { results } of tests)
        for (const { duration } of results)
          add(times, `tests/e2e/${file.split('/').at(-1)}`, duration / 1000);
    suites.forEach(read);
  }
  if (json !== undefined) (json as PlaywrightReport).suites.forEach(read); // The file is Playwright's own.
  return times;
}

/** A line for each part, the longest first. A part over its budget says so; it fails nothing, for a PC may be busy. */
export function timeTable(times: PartTimes, budgets: Readonly<Record<string, number>> = BUDGETS): string[] {
  const rows = [...times].toSorted(([, one], [, other]) => other - one);
  return rows.map(([part, seconds]) => {
    const budget = budgets[part] ?? budgets['other'] ?? 0;
    const word = seconds > budget ? 'over' : 'ok';
    return `${word.padEnd(5)}${part.padEnd(36)}${seconds.toFixed(1).padStart(8)} s of ${budget} s`;
  });
}

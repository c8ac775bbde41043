import { toolPath } from './lib/paths.ts';
import { type Finished, run, runScript } from './lib/run.ts';
import { runVitest } from './lib/run-vitest.ts';

type Step = {
  readonly name: string;
  readonly check: () => Promise<Finished>;
  /** How much the tool says it looked at: a green tool that looked at nothing proves nothing. */
  readonly count: (output: string) => number;
};

const tool = (name: string, ...args: readonly string[]) => {
  return () => run(toolPath(name), args, { output: 'both' });
};

const types = (project: string): Step => ({
  name: `types of ${project}/`,
  check: async () => {
    const finished = await run(
      toolPath('tsc'),
      ['-p', `${project}/tsconfig.json`, '--listFiles', '--pretty', 'false'],
      {
        output: 'keep',
      },
    );
    const problems = finished.output
      .split('\n')
      .filter((line) => !line.startsWith('/') && line.trim() !== '');
    if (problems.length > 0) console.log(problems.join('\n'));
    return finished;
  },
  count: (output) =>
    output.split('\n').filter((line) => line.startsWith('/') && !line.includes('/node_modules/')).length,
});

const KNIP_REPORTERS = ['--reporter', 'symbols', '--reporter', './scripts/lint/knip-count.js'];
const format: Step = {
  name: 'format and import order',
  check: tool('biome', 'ci', '.'),
  count: firstNumber(/Checked (\d+) files/),
};
const lint: Step = { name: 'lint', check: tool('oxlint'), count: firstNumber(/on (\d+) files/) };
const typesOfAll = ['shared', 'electron', 'renderer', 'tests/renderer'].map(types);
// A type that only a test names costs the product nothing; a value would.
const deadCode = [[], ['--production', '--exclude', 'types']].map(
  (mode): Step => ({
    name: ['dead code', ...mode.slice(0, 1)].join(' '),
    check: tool('knip', ...mode, ...KNIP_REPORTERS),
    count: firstNumber(/looked at (\d+) files/),
  }),
);
const tests: Step = {
  name: 'unit tests',
  check: async () => {
    const { passed, failed } = await runVitest();
    return { exitCode: failed === 0 ? 0 : 1, output: `${passed + failed} tests` };
  },
  count: firstNumber(/(\d+) tests/),
};

const SETS: Readonly<Record<string, readonly Step[]>> = {
  all: [format, lint, ...typesOfAll, ...deadCode, tests],
  static: [format, lint, ...typesOfAll, ...deadCode],
  types: typesOfAll,
};

function firstNumber(pattern: RegExp): (output: string) => number {
  return (output) => Number(pattern.exec(output)?.[1] ?? 0);
}

/** Every step runs even after one has failed: one look at the output shows everything there is to mend. */
async function checkAll(steps: readonly Step[]): Promise<number> {
  const lines: string[] = [];
  let isGood = true;
  for (const { name, check, count } of steps) {
    console.log(`\n— ${name}`);
    const startedMs = performance.now();
    const { exitCode, output } = await check();
    const checked = count(output);
    const isStepGood = exitCode === 0 && checked > 0;
    isGood &&= isStepGood;
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    lines.push(`${isStepGood ? 'ok    ' : 'FAILED'} ${name}: ${checked} checked, ${seconds} s`);
  }
  console.log(`\n${lines.join('\n')}`);
  return isGood ? 0 : 1;
}

// Usage: node scripts/check.ts [static | types]
await runScript(() => checkAll(SETS[process.argv[2] ?? 'all'] ?? []));

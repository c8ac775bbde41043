import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SEED } from './data/invented.ts';
import { benchFolder } from './data/make-store.ts';
import { type Figure, toTable, withGrowth } from './support/figures.ts';

// Usage: npm run bench [-- --quick] [--only queries,imports,refunds,day-file,upgrade,scripts,reminders,jobs,app,day] [--out FILE]
const FULL = {
  queries: { orders: [10_000, 100_000, 1_000_000], scripts: 10_000, rounds: 200, tasks: 10_000 },
  imports: { rows: [20_000, 200_000], rounds: 3, isBuilt: true, largeRows: 1_000_000 },
  refunds: {
    orders: 1_000_000,
    scripts: 10_000,
    refunds: 50_000,
    importRows: 20_000,
    rounds: 200,
    isBuilt: true,
  },
  dayFile: { orders: 1_000_000, rows: 2000, rounds: 5, isBuilt: true },
  upgrade: { orders: 1_000_000 },
  scripts: { scripts: [1000, 10_000], rounds: 3, isInWindow: true },
  reminders: { pending: [5000, 50_000], rounds: 3, watchMs: 10_000 },
  jobs: { openOrders: 20_000, exported: [20_000, 100_000] },
  app: { orders: 1_000_000, scripts: 10_000, starts: 9, importRows: 200_000, opened: 300 },
  day: {
    orders: 100_000,
    scripts: 10_000,
    hours: 8,
    copies: 2000,
    outcomes: 500,
    reminders: 300,
    importRows: 2000,
  },
} as const;

/** Only shows that every part still runs; the real program is left out, because it needs a desktop. */
const QUICK = {
  queries: { orders: [500, 2000], scripts: 100, rounds: 10, tasks: 300 },
  imports: { rows: [500], rounds: 1, isBuilt: false, largeRows: 1000 },
  refunds: { orders: 2000, scripts: 100, refunds: 250, importRows: 100, rounds: 10, isBuilt: false },
  dayFile: { orders: 2000, rows: 100, rounds: 1, isBuilt: false },
  upgrade: { orders: 1000 },
  scripts: { scripts: [300, 500], rounds: 1, isInWindow: false },
  reminders: { pending: [200, 1000], rounds: 1, watchMs: 500 },
  jobs: { openOrders: 300, exported: [300, 600] },
  app: null,
  day: null,
} as const;

type Plan = typeof FULL | typeof QUICK;

/** Each part is loaded when its turn comes: what one leaves in memory must not weigh on the others' figures. */
const SECTIONS: Readonly<Record<string, (plan: Plan) => Promise<Figure[]>>> = {
  queries: async (plan) => (await import('./queries.ts')).benchQueries(plan.queries),
  imports: async (plan) => (await import('./imports.ts')).benchImports(plan.imports),
  refunds: async (plan) => (await import('./refunds.ts')).benchRefunds(plan.refunds),
  'day-file': async (plan) => (await import('./day-file.ts')).benchDayFile(plan.dayFile),
  upgrade: async (plan) => (await import('./upgrade.ts')).benchUpgrade(plan.upgrade),
  scripts: async (plan) => (await import('./scripts.ts')).benchScripts(plan.scripts),
  reminders: async (plan) => (await import('./reminders.ts')).benchReminders(plan.reminders),
  jobs: async (plan) => (await import('./jobs.ts')).benchJobs(plan.jobs),
  app: async ({ app }) => (app === null ? [] : (await import('./app.ts')).benchApp(app)),
  day: async ({ day }) => (day === null ? [] : (await import('./day.ts')).benchDay(day)),
};

function machineNote() {
  return {
    processors: cpus().length,
    model: cpus()[0]?.model ?? '',
    memoryMb: Math.round(totalmem() / 2 ** 20),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    loadAverage: loadavg(),
  };
}

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' }, out: { type: 'string' } },
});
const plan = values.quick ? QUICK : FULL;
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const isQuick = values.quick;
const machine = machineNote();
const outFile = values.out ?? join(benchFolder, '..', 'bench.json');
const figures: Figure[] = [];
const failed: string[] = [];

/** After every part, so that an hour's figures do not go with the part that fails. */
function keepFigures(): Figure[] {
  const grown = withGrowth(figures);
  mkdirSync(benchFolder, { recursive: true });
  writeFileSync(outFile, `${JSON.stringify({ isQuick, seed: SEED, machine, figures: grown }, null, 2)}\n`);
  return grown;
}

for (const [section, measure] of Object.entries(SECTIONS)) {
  if (!wanted.includes(section)) continue;
  console.error(`Measuring ${section} …`);
  try {
    figures.push(...(await measure(plan)));
    keepFigures();
  } catch (error) {
    console.error(error);
    failed.push(section);
  }
}
const grown = keepFigures();
console.log(toTable(grown));
const missed = grown.filter(({ isMet }) => !isMet);
// Small data on a busy machine says nothing of speed.
console.log(
  isQuick
    ? `${grown.length} figures, shape only`
    : `${grown.length} figures, ${missed.length} budgets missed`,
);
if (failed.length > 0) {
  console.error(`Not measured: ${failed.join(', ')}`);
  process.exitCode = 1;
}

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../electron/store/connection.ts';
import { repositoryRoot } from '../../scripts/lib/paths.ts';
import { copyOfStore, storeWith } from '../bench/data/make-store.ts';
import { oweReminders } from '../bench/support/play-day.ts';

const Spread = z.object({ p50: z.number(), p95: z.number(), p99: z.number() });
const Report = z.object({
  isQuick: z.literal(true),
  seed: z.int(),
  machine: z.object({ processors: z.int().min(1), node: z.string() }),
  figures: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      unit: z.enum(['ms', 'MB', 'count']),
      rows: z.int(),
      against: z.string(),
      subject: Spread,
      reference: Spread,
      ratio: z.number().nullable(),
      growth: z.number().nullable(),
      budget: z.object({ kind: z.enum(['ratio', 'limit', 'none']), most: z.number() }),
      isMet: z.boolean(),
    }),
  ),
});

/** The figures that the design gives a budget and that need no desktop. */
const MEASURED = [
  'queue-page',
  'queue-counts',
  'queue-counts-kinds',
  'order-panel',
  'customer-card',
  'orders-page',
  'orders-search',
  'find',
  'queue-search',
  'import',
  'import-cpu',
  'import-cancel',
  'import-proportion',
  'import-memory',
  'refunds-import',
  'refunds-page',
  'refunds-search',
  'refund-panel',
  'refunds-order-panel',
  'refunds-queue-page',
  'upgrade',
  'palette-minisearch',
  'palette-fuse.js',
  'catch-up',
  'fire',
  'idle-reads',
  'settings-stall',
  'export-stall',
  'export-memory',
];

describe('npm run bench -- --quick', () => {
  let folder = '';
  let output = '';
  let report: z.infer<typeof Report>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaoer-bench-test-'));
    const outFile = join(folder, 'bench.json');
    const run = promisify(execFile);
    const args = ['tests/bench/run.ts', '--quick', '--out', outFile];
    output = (await run(process.execPath, args, { cwd: repositoryRoot })).stdout;
    report = Report.parse(JSON.parse(await readFile(outFile, 'utf8')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('measures every budget that needs no desktop', () => {
    expect(report.figures.map(({ id }) => id)).toEqual(expect.arrayContaining(MEASURED));
  });

  it('measures something each time, and shows it in one table', () => {
    const inOrder = report.figures.filter(({ subject: { p50, p95, p99 } }) => p50 <= p95 && p95 <= p99);
    expect(inOrder).toHaveLength(report.figures.length);
    expect(output.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(report.figures.length + 2);
  });

  it('can owe the reminders of a played day, which needs a desktop for the rest', () => {
    const databasePath = copyOfStore(storeWith({ orders: 2000, scripts: 100 }), 'owed');
    oweReminders(databasePath, 10);
    const db = openDatabase(databasePath);
    const owed = db
      .prepare<[], number>('SELECT count(*) FROM tasks WHERE reminder_at_ms = due_at_ms')
      .pluck();
    expect(owed.get()).toBeGreaterThanOrEqual(10);
    db.close();
  });

  it('tells growth where it measured two sizes', () => {
    const grown = report.figures.filter(({ growth }) => growth !== null).map(({ id }) => id);
    expect(grown).toEqual(
      expect.arrayContaining(['queue-page', 'order-panel', 'palette-minisearch', 'catch-up']),
    );
  });
});

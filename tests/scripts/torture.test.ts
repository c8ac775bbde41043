import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repositoryRoot } from '../../scripts/lib/paths.ts';

const Report = z.object({
  seed: z.int(),
  tallies: z.array(
    z.object({
      part: z.string(),
      what: z.string(),
      rounds: z.int(),
      seen: z.record(z.string(), z.int()),
      broken: z.array(z.string()),
      skipped: z.string().optional(),
    }),
  ),
});

/** The same seed every time, unless other cases are wanted. */
const SEED = process.env['XIAOER_SEEDS'] === 'free' ? [] : ['--seed', '20260610'];

describe('npm run torture -- --quick', () => {
  let folder = '';
  let report: z.infer<typeof Report>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaoer-torture-test-'));
    const outFile = join(folder, 'torture.json');
    const args = ['tests/torture/run.ts', '--quick', ...SEED, '--out', outFile];
    const run = promisify(execFile)(process.execPath, args, { cwd: repositoryRoot });
    // Broken promises end the run with an error; the report says which they are.
    await run.catch(() => {});
    report = Report.parse(JSON.parse(await readFile(outFile, 'utf8')));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('breaks no promise of the program', () => {
    expect(report.tallies.flatMap(({ broken }) => broken)).toEqual([]);
  });

  it('tortures in every way that this machine allows', () => {
    const done = new Set(report.tallies.map(({ part }) => part));
    expect([...done]).toEqual(['kills', 'power', 'full', 'bits', 'files', 'payloads']);
    const idle = report.tallies.filter(({ rounds, skipped }) => rounds === 0 && skipped === undefined);
    expect(idle).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { benchFolder } from '../data/make-store.ts';
import type { ExportPair } from '../data/write-export.ts';

/** Processor time of the processes that a shell has run, as its `times` tells it: `0m1.234s 0m0.456s`. */
function processorMs(output: string): number {
  const spans =
    output
      .trim()
      .split('\n')
      .at(-1)
      ?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return [...spans].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * MINUTE + Number(seconds) * SECOND,
    0,
  );
}

/** SQLite's own shell with the same cells as text, without types, checks, keys or indexes. Returns its processor time. */
export function importBare({ utf8, columns }: ExportPair): number {
  const bare = join(benchFolder, 'work', 'bare.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${bare}${suffix}`, { force: true });
  const names = columns.map((column) => `"${column.trim()}" TEXT`).join(', ');
  const statements = [`CREATE TABLE bare (${names})`, `.import --csv ${utf8} bare`];
  const command = ['-c', 'sqlite3 "$@" && times', 'sh', bare, ...statements];
  return processorMs(execFileSync('sh', command, { encoding: 'utf8' }));
}

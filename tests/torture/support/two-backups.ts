import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backUpTo } from '../../../electron/store/backups/back-up.ts';
import type { TwoBackups } from '../looks/look-at-restores.ts';
import { doAct, START_MS } from '../program/acts.ts';
import { openProgram } from '../program/open-program.ts';
import { digestOf } from './digest.ts';

/** Two backups of one store in `kept`, with some acts between them. */
export function makeTwoBackups(path: string, seed: number): TwoBackups {
  const kept = join(dirname(path), 'kept');
  mkdirSync(kept);
  const program = openProgram(path, START_MS);
  function backUpAs(name: 'odd' | 'even'): string {
    const { file } = backUpTo(program.core.db, join(kept, name), { nowMs: START_MS, reason: 'manual' });
    cpSync(file, join(kept, `${name}.db`));
    return digestOf(file);
  }
  const odd = backUpAs('odd');
  for (let number = 1; number <= 20; number += 1) doAct(program, seed, number);
  const even = backUpAs('even');
  program.core.db.close();
  return { odd, even };
}

/** Restores keep the stores from before, and leave copies behind when they are cut off: the disk would be full of these. */
export function dropKept(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.includes('.damaged-') || name.includes('.unfinished')) rmSync(join(folder, name));
}

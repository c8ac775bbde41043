import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { isTroubled, storeState } from '../../../electron/store/state/store-state.ts';
import type { Killing } from '../support/part.ts';
import { ChildFellError, runWhole } from '../support/run-whole.ts';
import { faultOf } from '../support/stores.ts';
import { createTally } from '../support/tally.ts';
import { killAt } from './kill-at.ts';

function scriptsIn(path: string): number {
  const db = new Database(path, { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM scripts').pluck().get() ?? 0;
  db.close();
  return count;
}

/** The first start of all: cut off anywhere, the next one begins or goes on, and never asks for a backup. */
export async function killFirstStarts({ rounds, random, folder, say }: Killing) {
  const tally = createTally('kills', 'the first start, the first shop and its first files');
  const emptyFolder = (name: string): string => {
    const path = join(folder, name);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path);
    return join(path, 'xiaoer.db');
  };
  const whole = emptyFolder('whole-start');
  const { tookMs } = await runWhole(['start', whole]);
  const starters = scriptsIn(whole);
  for (let round = 0; round < rounds; round += 1) {
    const path = emptyFolder('first-start');
    const lines = await killAt({ args: ['start', path], random, lines: 0, lineMs: tookMs, tally });
    tally.count(lines.includes('started') ? 'killed after the start' : 'killed during the start');
    tally.round();
    const state = storeState(path, { isThorough: true });
    if (isTroubled(state)) tally.broke(`kill ${round}: the store is ${state.kind} (${state.detail})`);
    try {
      await runWhole(['start', path]);
    } catch (error) {
      if (!(error instanceof ChildFellError)) throw error;
      tally.broke(`kill ${round}: the next start fell: ${error.message}`);
      continue;
    }
    const fault = faultOf(path);
    if (fault !== null) tally.broke(`kill ${round}: ${fault}`);
    if (scriptsIn(path) !== starters) tally.broke(`kill ${round}: the starter library is not whole`);
  }
  say(`${rounds} kills in first starts`);
  return tally.result();
}

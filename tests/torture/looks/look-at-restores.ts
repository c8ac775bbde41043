import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finishLeftRestore, isRestoreLeft } from '../../../electron/store/backups/take-place.ts';
import { START_MS } from '../program/acts.ts';
import { digestOf } from '../support/digest.ts';
import { faultOf } from '../support/stores.ts';
import type { Interrupted } from './look.ts';

/** The digests of the two backups that are put back by turns. */
export type TwoBackups = Readonly<Record<'odd' | 'even', string>>;

export const nameOfTurn = (turn: number): 'odd' | 'even' => (turn % 2 === 0 ? 'even' : 'odd');
export const backupOfTurn = (path: string, turn: number): string =>
  join(dirname(path), 'kept', `${nameOfTurn(turn)}.db`);

type Restores = Interrupted & {
  readonly digests: TwoBackups;
  /** The restore that was under way. */
  readonly turn: number;
};

/**
 * The old store or the new one stands there, and the next start finishes what was begun. Answers whether the restore
 * that was under way has happened.
 */
export function lookAtRestores({ path, where, tally, digests, turn }: Restores): boolean {
  if (!existsSync(path)) tally.broke(`${where}: the place of the store is empty`);
  if (isRestoreLeft(path)) {
    tally.count('finished by the next start');
    finishLeftRestore(path, START_MS);
  }
  const fault = faultOf(path);
  if (fault !== null) {
    tally.broke(`${where}: ${fault}`);
    return false;
  }
  const digest = digestOf(path);
  if (digest === digests[nameOfTurn(turn)]) return true;
  if (digest !== digests[nameOfTurn(turn - 1)])
    tally.broke(`${where}: neither the old store nor the new one`);
  return false;
}

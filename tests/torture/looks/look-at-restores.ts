import { dirname, join } from 'node:path';
import { restoreStore } from '../../../electron/store/backups/restore-store.ts';
import { storeState } from '../../../electron/store/state/store-state.ts';
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
 * The store is the old one or the new one; or it is missing, is seen as missing, and the same restore brings it back.
 * Answers whether the restore that was under way has happened.
 */
export function lookAtRestores({ path, where, tally, digests, turn }: Restores): boolean {
  if (storeState(path).kind === 'missing') {
    tally.count('missing, seen as missing, and brought back');
    restoreStore({ from: backupOfTurn(path, turn), databasePath: path, nowMs: START_MS });
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

import { storageErrorIn } from '../../../shared/domain/storage/storage-trouble.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { createStoreGuard, type StoreFailure } from '../../app/store-guard.ts';
import { backUp } from '../../store/backups/back-up.ts';
import type { WritableDb } from '../../store/connection.ts';
import { explainStorage } from '../../store/state/storage-failure.ts';
import { storageTroubleAt } from '../../store/state/storage-trouble-at.ts';
import { noteSuspect } from '../../store/state/store-note.ts';
import { createStoreWatch } from '../../store/state/store-watch.ts';

type Dependencies = {
  readonly db: WritableDb;
  readonly clock: Clock;
  readonly note: (message: string) => void;
  readonly logBug: (what: string, error: unknown) => void;
  /** Nothing writes and nothing reminds any more. */
  readonly stop: () => void;
  /** The program ends, and comes back with the page of a store that cannot be opened. */
  readonly startAgain: () => void;
};

/** X6: ends the program when its store fails under it, with all saved that can be. */
export function createGuarding({ db, clock, note, logBug, stop, startAgain }: Dependencies) {
  /** Other files of the PC may fail as well, and are not the store. */
  function troubleOf(error: unknown) {
    const found = storageErrorIn(error);
    const isOfStore = found !== null && (found.code.startsWith('SQLITE_') || found.path === db.name);
    return isOfStore ? storageTroubleAt(error, db.name) : null;
  }

  function trying(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      logBug(what, error);
    }
  }

  function failed(failure: StoreFailure): void {
    const isLost = failure === 'missing' || failure === 'replaced';
    note(`the store has failed: ${failure}`);
    trying('stop', stop);
    // The connection still holds the file that was taken away, with all that was confirmed.
    if (isLost) trying('rescue', () => void backUp(db, { nowMs: clock.now(), reason: 'rescued' }));
    trying('suspect', () => noteSuspect(db.name, isLost ? 'replaced' : 'failed', clock.now()));
    startAgain();
  }

  const guard = createStoreGuard({ clock, look: createStoreWatch(db.name), troubleOf, failed });
  return {
    ...guard,
    /** A bug may be how the store's failure shows first. */
    reportBug(what: string, error: unknown): void {
      logBug(what, error);
      guard.hear(error);
    },
    /** The sentence for an agent whose call was refused over the storage. */
    explain(error: unknown) {
      guard.hear(error);
      return explainStorage(error, db.name);
    },
  };
}

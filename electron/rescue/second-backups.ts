import type { Backup } from '../../shared/domain/backups/backup.ts';
import type { SecondFolder } from '../../shared/ipc/contract/rescue-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { SECOND } from '../../shared/time/durations.ts';

/** A share that is slow is said, and goes on being read. */
const SLOW_AFTER_MS = 3 * SECOND;

type Dependencies = {
  /** The chosen folder; `null` where there is none. */
  readonly folder: string | null;
  readonly clock: Clock;
  /** Lists the backups in the folder, in a thread of its own. */
  readonly list: (folder: string) => Promise<Backup[]>;
};

/** The backups on a stick or a share, as they become known; nobody waits for them. */
export function createSecondBackups({ folder, clock, list }: Dependencies) {
  let state: SecondFolder['state'] = 'reading';
  let backups: readonly Backup[] = [];

  async function read(chosen: string): Promise<void> {
    const stopWaiting = clock.runAfter(SLOW_AFTER_MS, () => {
      state = 'slow';
    });
    try {
      backups = await list(chosen);
      state = 'read';
    } catch {
      // `list` has reported why.
      state = 'failed';
    } finally {
      stopWaiting();
    }
  }

  if (folder !== null) void read(folder);
  return {
    state: (): SecondFolder | null => (folder === null ? null : { folder, state }),
    backups: (): readonly Backup[] => backups,
  };
}

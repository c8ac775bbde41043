import type { Core } from '../core.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import type { LibraryIndex } from '../scripts/library/searching/library-index.ts';

type Dependencies = {
  readonly core: Pick<Core, 'learning'>;
  readonly libraryIndex: Pick<LibraryIndex, 'drop'>;
  readonly broadcast: Broadcast;
  /** Files that are previewed and were imported elsewhere are previewed anew. */
  readonly refreshPreviews: () => void;
};

/** The store does not say what another program has written, so all that is kept of it in memory or shown is read anew. */
export function createTellOfOthers({ core, libraryIndex, broadcast, refreshPreviews }: Dependencies) {
  return (): void => {
    libraryIndex.drop();
    core.learning.boosts.libraryChanged();
    core.learning.boosts.drop();
    broadcast('app.changed', undefined);
    broadcast('scripts.changed', undefined);
    broadcast('imports.changed', { list: 'runs' });
    refreshPreviews();
    broadcast('subjects.changed', { subjects: 'many' });
  };
}

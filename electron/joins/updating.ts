import type { Core } from '../core.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import { sourceUrl } from '../platform/updater/update-source.ts';
import { createUpdateEngine } from '../platform/updater/updater.ts';
import { createUpdates } from '../updates/updates.ts';

type Dependencies = Pick<
  Parameters<typeof createUpdates>[0],
  'version' | 'underWay' | 'quit' | 'note' | 'reportBug'
> & {
  readonly core: Pick<Core, 'clock' | 'updateSource'>;
  readonly broadcast: Broadcast;
};

/** X6: updates by the engine that is shipped, from where the lead said. */
export function createUpdating({ core: { clock, updateSource }, broadcast, ...rest }: Dependencies) {
  return createUpdates({
    ...rest,
    clock,
    engine: createUpdateEngine(),
    readSource: updateSource.read,
    saveSource: updateSource.save,
    checkSource: sourceUrl,
    changed: () => broadcast('updates.changed', undefined),
  });
}

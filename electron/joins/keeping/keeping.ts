import { MINUTE } from '../../../shared/time/durations.ts';
import { createRoomKeeper } from '../../app/room-keeper.ts';
import { keepReserve } from '../../store/state/reserve.ts';
import { describeStorage } from '../../store/state/storage-failure.ts';
import { createBackingUp } from './backing-up.ts';

type Dependencies = Parameters<typeof createBackingUp>[0];

/** X6: the store has its backups, no pictures that nothing names, and room on its disk for the last acts. */
export function createKeeping(dependencies: Dependencies) {
  const { core, notify, whenFree, reportBug } = dependencies;
  const { db, clock } = core;
  const backups = createBackingUp(dependencies);
  const room = createRoomKeeper({
    clock,
    keepReserve: () => keepReserve(db.name),
    tell: () => notify('磁盘快满了', describeStorage('full', db.name)),
    reportBug,
  });
  return {
    backups,
    watch(): void {
      backups.watch();
      room.watch();
      // The page shows nothing of it, so it waits until the start is over.
      clock.runAfter(MINUTE, () => void whenFree(() => core.scripts.pictures.tidy(clock.now())));
    },
    stop(): void {
      backups.stop();
      room.stop();
    },
  };
}

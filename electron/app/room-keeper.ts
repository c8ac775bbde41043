import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';

const LOOK_EVERY_MS = 10 * MINUTE;

type Dependencies = {
  readonly clock: Clock;
  /** Puts the reserve aside; `false` where the disk has no room for it. */
  readonly keepReserve: () => Promise<boolean>;
  /** Says on the desktop that the disk is nearly full. */
  readonly tell: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

/** X6: keeps room for the last acts on a full disk, and says once a day that there is none. */
export function createRoomKeeper({ clock, keepReserve, tell, reportBug }: Dependencies) {
  let toldOn: string | undefined;
  let cancelNextLook: (() => void) | undefined;

  async function look(): Promise<void> {
    cancelNextLook = clock.runAfter(LOOK_EVERY_MS, () => void look());
    try {
      if (await keepReserve()) return;
    } catch (error) {
      reportBug('reserve', error);
    }
    const today = beijingDate(clock.now());
    if (toldOn !== today) tell();
    toldOn = today;
  }

  return {
    /** From now on there is room, or it is said that there is none. */
    watch(): void {
      cancelNextLook = clock.runAfter(MINUTE, () => void look());
    },
    stop: (): void => cancelNextLook?.(),
  };
}

import { z } from 'zod';
import { PastNotice } from '../../shared/ipc/contract/program/notice-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { WhenFree } from '../platform/when-free.ts';
import type { SettingsStore } from '../store/team/settings-store.ts';

const KEY = 'pastNotices';
/** More than anybody looks back through; a note of this size is written in a moment. */
const MOST_KEPT = 100;

type Dependencies = {
  readonly store: Pick<SettingsStore, 'read' | 'write'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly whenFree: WhenFree;
  readonly changed: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

export type PastNotices = ReturnType<typeof createPastNotices>;

/** Notifications that were shown on the desktop, also before the last start: a notification that was missed can be read again. */
export function createPastNotices({ store, clock, whenFree, changed, reportBug }: Dependencies) {
  let known: readonly PastNotice[] | undefined;
  const list = (): readonly PastNotice[] => {
    known ??= store.read(KEY, z.array(PastNotice)) ?? [];
    return known;
  };

  return {
    list,
    note({ title, body, target }: Omit<PastNotice, 'atMs'>): void {
      known = [{ atMs: clock.now(), title, body, target }, ...list()].slice(0, MOST_KEPT);
      // An import may be writing; the reminder itself must not wait for that, nor fail by it.
      whenFree(() => store.write(KEY, known)).catch((error: unknown) => reportBug('past notices', error));
      changed();
    },
  };
}

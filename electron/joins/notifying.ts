import type { PastNotice } from '../../shared/ipc/contract/program/notice-contract.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import type { Notifier } from '../platform/windows/notifier.ts';
import { createPastNotices } from '../reminders/past-notices.ts';

type Dependencies = Omit<Parameters<typeof createPastNotices>[0], 'changed'> & {
  readonly notifier: Notifier;
  readonly broadcast: Broadcast;
  /** Brings the window up. */
  readonly comeUp: () => void;
  /** The same, at what waits to be imported. */
  readonly openImports: () => void;
};

/** The program says something on the desktop, without a sound, and it can be read again later. */
export function createNotifying({ notifier, broadcast, comeUp, openImports, ...rest }: Dependencies) {
  const pastNotices = createPastNotices({ ...rest, changed: () => broadcast('notices.changed', undefined) });
  function tell(notice: Omit<PastNotice, 'atMs'>, onOpen: () => void): void {
    const { title, body } = notice;
    notifier.show({ title, body, isSilent: true, onOpen, actions: [] });
    pastNotices.note(notice);
  }
  return {
    pastNotices,
    notify: (title: string, body: string) => tell({ title, body, target: null }, comeUp),
    /** A click leads to what waits to be imported. */
    notifyOfReports: (title: string, body: string) =>
      tell({ title, body, target: { screen: 'imports' } }, openImports),
  };
}

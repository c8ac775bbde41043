import type { SubjectRef } from '../shared/domain/subjects/subject.ts';
import type { AppSettings } from '../shared/domain/team/app-settings.ts';
import type { AppPreferences } from './app/app-preferences.ts';
import type { Docking } from './app/window-handlers.ts';
import type { Backups } from './backups/backups.ts';
import type { Core } from './core.ts';
import type { Findings } from './diagnostics/pack-diagnostics.ts';
import { createSavedFiles } from './exports/saved-files.ts';
import type { ImportDesk } from './imports/import-desk.ts';
import type { FoundFile } from './imports/import-handlers.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import type { JobRunner } from './kernel/jobs/job-runner.ts';
import { type ClipboardPort, createClipboardKeeper } from './palette/clipboard-keeper.ts';
import { createFollowedOccasion } from './palette/followed-occasion.ts';
import { inTurns } from './platform/in-turns.ts';
import type { Dialogs } from './platform/windows/dialogs.ts';
import type { PastNotices } from './reminders/past-notices.ts';
import type { ScriptFileDesk } from './script-exchange/script-file-desk.ts';
import type { CopyRelay } from './scripts/copying/copy-relay.ts';
import type { LibraryIndex } from './scripts/library/searching/library-index.ts';
import type { Updates } from './updates/updates.ts';

/** The handlers need these of the program around the core. */
export type Surroundings = {
  readonly version: string;
  readonly broadcast: Broadcast;
  readonly preferences: AppPreferences;
  readonly dialogs: Dialogs;
  readonly clipboard: ClipboardPort;
  readonly shrinkPicture: (bytes: Uint8Array, bytesAtMost: number) => Uint8Array | null;
  readonly jobs: JobRunner;
  /** The tasks of shops with new settings are worked out anew, behind the screens. */
  readonly keepTasksCurrent: () => void;
  readonly desk: ImportDesk;
  readonly scriptFiles: ScriptFileDesk;
  readonly foundFiles: { list(): readonly FoundFile[]; ignore(path: string): void };
  readonly libraryIndex: LibraryIndex;
  readonly updates: Updates;
  readonly backups: Backups;
  /** Diagnostics tell these facts of the program and of the store. */
  readonly readProgram: () => Promise<Pick<Findings, 'program' | 'store' | 'logs'>>;
  readonly showInFolder: (path: string) => void;
  /** Answers with the reason why it could not be opened; `''` where it was. */
  readonly openFile: (path: string) => Promise<string>;
  readonly docking: Docking;
  readonly relay: Pick<CopyRelay, 'follow'>;
  readonly pastNotices: Pick<PastNotices, 'list'>;
  readonly reportBug: (what: string, error: unknown) => void;
  readonly isHotkeyRefused: () => boolean;
  readonly testReminder: () => { isSupported: boolean };
  readonly hidePalette: () => void;
  /** Theme, hotkey, watched folder and start at login follow the settings. */
  readonly applySettings: (settings: AppSettings) => void;
  readonly isClockDoubtful: () => boolean;
  /** An agent says that the PC's time is right. */
  readonly confirmClock: () => void;
  /** Reminders are looked at anew, and the tray with them. */
  readonly refreshReminders: () => void;
};

export type Edge = ReturnType<typeof createEdge>;

/**
 * Handlers of all domains share these: the core, the program around it, the agent who asks, and the events for windows.
 */
export function createEdge(core: Core, surroundings: Surroundings) {
  const { clock, stores, session, learning } = core;
  const { broadcast, preferences, jobs, libraryIndex, refreshReminders } = surroundings;
  const { currentAgentId, requireAgentId } = session;

  const { dialogs } = surroundings;
  const savedFiles = createSavedFiles();
  const clipboard = createClipboardKeeper(surroundings.clipboard);
  const followed = createFollowedOccasion({ agentId: currentAgentId, forget: clipboard.forget });

  function changed(subjects: readonly SubjectRef[] | 'many'): void {
    refreshReminders();
    broadcast('subjects.changed', { subjects: subjects === 'many' ? subjects : [...subjects] });
  }
  function appChanged(): void {
    followed.agentChanged();
    broadcast('app.changed', undefined);
  }
  /** After a change of the shops or the team every screen may look different. */
  function everythingChanged(): void {
    refreshReminders();
    appChanged();
  }
  /** Of this PC or of a shop: all that follows them is brought up to them. */
  function settingsChanged(): void {
    surroundings.applySettings(preferences.current());
    surroundings.keepTasksCurrent();
    refreshReminders();
    broadcast('settings.changed', undefined);
  }
  function examplesChanged(subjects: readonly SubjectRef[]): void {
    broadcast('examples.changed', { subjects: [...subjects] });
  }
  const scriptsChanged = () => broadcast('scripts.changed', undefined);
  /** After a change of the library its index is built anew, and every window learns of it. */
  function libraryChanged(): void {
    libraryIndex.drop();
    learning.boosts.libraryChanged();
    scriptsChanged();
  }

  return {
    ...stores,
    ...core,
    ...surroundings,
    ...dialogs,
    savedFiles,
    chooseTarget: savedFiles.remembering(dialogs.chooseTarget),
    chooseExportFolder: savedFiles.remembering(dialogs.chooseExportFolder),
    inTurns,
    start: jobs.start,
    clipboard,
    followed,
    currentAgentId,
    requireAgentId,
    requireActor: () => ({ agentId: requireAgentId(), nowMs: clock.now() }),
    currentActor: session.actor,
    currentAgent() {
      const id = currentAgentId();
      return (id === null ? undefined : stores.agents.get(id)) ?? null;
    },
    /** Without the agent's permission nothing is looked at. */
    clipboardText: async (): Promise<string> =>
      preferences.current().palette.readsClipboard ? await clipboard.readForeignText() : '',
    async findOrders(text: string, atMost: number) {
      await inTurns(stores.orderList.learnWords());
      return stores.orderList.find(text, atMost);
    },
    changed,
    appChanged,
    everythingChanged,
    settingsChanged,
    examplesChanged,
    scriptsChanged,
    libraryChanged,
  };
}

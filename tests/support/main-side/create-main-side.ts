import { join } from 'node:path';
import { createAppPreferences } from '../../../electron/app/app-preferences.ts';
import { createCore } from '../../../electron/core.ts';
import { createHandlers } from '../../../electron/handlers.ts';
import { createAnswerCall, type Handlers } from '../../../electron/ipc/answer-calls.ts';
import type { Broadcast } from '../../../electron/ipc/broadcast.ts';
import { createAdmit } from '../../../electron/ipc/who-may.ts';
import { createDesks } from '../../../electron/joins/desks.ts';
import { createBackingUp } from '../../../electron/joins/keeping/backing-up.ts';
import { createReminding } from '../../../electron/joins/reminding.ts';
import { createTellOfOthers } from '../../../electron/joins/tell-of-others.ts';
import { createWhenFree } from '../../../electron/platform/when-free.ts';
import { createPastNotices } from '../../../electron/reminders/past-notices.ts';
import { createCopyRelay } from '../../../electron/scripts/copying/copy-relay.ts';
import { createLibraryIndex } from '../../../electron/scripts/library/searching/library-index.ts';
import { explainStorage } from '../../../electron/store/state/storage-failure.ts';
import { createUpdates } from '../../../electron/updates/updates.ts';
import { type Bridge, type Channel, contract } from '../../../shared/ipc/contract.ts';
import type { EventName } from '../../../shared/ipc/wire.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createMemoryStore, createStoreFile } from '../memory-store.ts';
import { createFakeComputer } from './fake-computer.ts';
import { jobsInThisThread } from './jobs-in-this-thread.ts';

const PAGE_ORIGIN = 'xiaoer://app';
const OWN_PAGE = { senderFrame: { url: `${PAGE_ORIGIN}/index.html`, parent: null } };

type Options = {
  readonly startsAtMs: number;
  /**
   * The folder of the store and of the pictures beside it; left out, the store is in memory and there can be no
   * pictures.
   */
  readonly folder?: string;
  /** Called with every statement that runs. */
  readonly onStatement?: (sql: string) => void;
};

/**
 * The main side as `program.ts` puts it together: core, handlers, reminders and the edge, on a store in memory, a
 * clock that stands still and an operating system that a test can look at.
 */
export function createMainSide({ startsAtMs, folder, ...options }: Options) {
  const db =
    folder === undefined
      ? createMemoryStore(options).db
      : createStoreFile(join(folder, 'xiaoer.db'), options);
  const clock = createFakeClock(startsAtMs);
  const core = createCore({ db, clock });
  const { stores } = core;
  const preferences = createAppPreferences(stores.settings);
  const computer = createFakeComputer();
  const whenFree = createWhenFree(clock, () => false);
  const calls: { readonly channel: Channel; readonly input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: unknown) => void>>();
  /** Unexpected errors: a test that ends with any has failed. */
  const bugs: { readonly what: string; readonly error: unknown }[] = [];
  const reportBug = (what: string, error: unknown) => void bugs.push({ what, error });
  /** Errors that pages wrote into the log. */
  const pageBugs: { readonly what: string; readonly error: unknown }[] = [];

  /** An answer that breaks its contract fails the test, whether or not the page can read it. */
  function requirePromised(channel: Channel, value: unknown): void {
    const promised = contract[channel].output.safeParse(value);
    if (!promised.success) reportBug(`${channel} broke its contract`, promised.error);
  }

  const emit: Broadcast = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  };

  const libraryIndex = createLibraryIndex({
    scripts: stores.scripts,
    groups: stores.scriptGroups,
    // A page waits for the index; what is only prepared is left undone.
    runLater: (work, afterMs) => void (afterMs === 0 && setImmediate(work)),
  });
  const pastNotices = createPastNotices({
    store: stores.settings,
    clock,
    whenFree,
    changed: () => emit('notices.changed', undefined),
    reportBug,
  });
  const reminding = createReminding({
    core,
    preferences,
    notifier: computer.notifier,
    notify: computer.notify,
    createTray: () => ({ show: (state) => void computer.trayStates.push(state) }),
    mainWindow: { bringToFront: () => {}, send: emit },
    waitingReports: () => computer.foundFiles.length,
    openImports: () => emit('imports.opened', undefined),
    pastNotices,
    beep: () => {},
    broadcast: emit,
    whenFree,
    makeRoom: () => false,
    tellOfOthers: createTellOfOthers({
      core,
      libraryIndex,
      broadcast: emit,
      refreshPreviews: () => desks.desk.refreshStale(),
    }),
    keepTasksCurrent: () => desks.keepTasksCurrent(),
    reportBug,
    quit: () => {},
  });
  const relay = createCopyRelay({
    clock,
    agentId: core.session.currentAgentId,
    told: ({ orderId, scriptId, next, total }) => emit('scripts.relayed', { orderId, scriptId, next, total }),
  });
  const jobs = jobsInThisThread(core, reportBug);
  const backups = createBackingUp({
    core,
    start: jobs.start,
    broadcast: emit,
    notify: computer.notify,
    wasCutOff: false,
    foundDamage: () => {},
    whenFree,
    reportBug,
  });
  const desks = createDesks({
    core,
    start: jobs.start,
    backUpBefore: backups.beforeImport,
    broadcast: emit,
    tasksChanged: reminding.tasksChanged,
  });
  const updates = createUpdates({
    engine: computer.updateEngine,
    version: '0.1.0',
    clock,
    readSource: core.updateSource.read,
    saveSource: core.updateSource.save,
    checkSource: () => {},
    underWay: jobs.underWay,
    quit: () => {},
    changed: () => emit('updates.changed', undefined),
    note: () => {},
    reportBug,
  });

  // A copy, so that a test may replace one answer: `main.handlers['orders.page'] = …`.
  const handlers: { -readonly [C in keyof Handlers]: Handlers[C] } = {
    ...createHandlers(core, {
      version: '0.1.0',
      broadcast: emit,
      preferences,
      dialogs: computer.dialogs,
      clipboard: computer.clipboard,
      shrinkPicture: () => null,
      ...desks,
      jobs,
      foundFiles: {
        list: () => computer.foundFiles,
        ignore(path) {
          computer.foundFiles = computer.foundFiles.filter((file) => file.path !== path);
          emit('imports.changed', { list: 'found-files' });
        },
      },
      libraryIndex,
      updates,
      backups,
      readProgram: () => Promise.reject(new Error('A page test does not pack diagnostics')),
      showInFolder: (path) => void computer.shownInFolder.push(path),
      openFile: async (path) => {
        computer.openedFiles.push(path);
        return '';
      },
      relay,
      docking: computer.createDocking(() => emit('window.changed', undefined)),
      pastNotices,
      reportBug: (what, error) => void pageBugs.push({ what, error }),
      isHotkeyRefused: () => false,
      testReminder: reminding.test,
      hidePalette: () => {
        computer.isPaletteHidden = true;
      },
      applySettings: () => {},
      isClockDoubtful: reminding.isClockDoubtful,
      confirmClock: reminding.confirmClock,
      refreshReminders: reminding.refresh,
    }),
  };
  const answerCall = createAnswerCall({
    handlers,
    admit: createAdmit(core.session),
    pageOrigin: PAGE_ORIGIN,
    whenFree,
    explain: (error) => explainStorage(error, db.name),
    reportBug,
  });

  const bridge: Bridge = {
    async invoke(channel, input) {
      calls.push({ channel, input });
      const reply = await answerCall(channel, OWN_PAGE, input);
      if (reply.ok) requirePromised(channel, reply.value);
      return JSON.stringify(reply);
    },
    subscribe(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => void all.delete(listener);
    },
    pathOfFile: (file) => (file instanceof Object && 'name' in file ? String(file.name) : ''),
  };

  return {
    db,
    clock,
    core,
    preferences,
    computer,
    bridge,
    handlers,
    bugs,
    pageBugs,
    emit,
    reminding,
    /** The global hotkey copies what follows. */
    relay,
    /** Something large has changed the orders behind the page: reminders and page look again, as after an import. */
    ordersChanged: reminding.tasksChanged,
    /** The inputs of a channel's calls, in order. */
    inputsOf: (channel: Channel) =>
      calls.filter((call) => call.channel === channel).map(({ input }) => input),
  };
}

export type MainSide = ReturnType<typeof createMainSide>;

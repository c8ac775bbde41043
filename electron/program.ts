import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, type BrowserWindow, clipboard, nativeTheme, powerMonitor, shell } from 'electron';
import { EvidenceId, ScriptPictureId } from '../shared/domain/ids.ts';
import type { AppSettings } from '../shared/domain/team/app-settings.ts';
import type { Clock } from '../shared/time/clock.ts';
import { MINUTE } from '../shared/time/durations.ts';
import type { AppPreferences } from './app/app-preferences.ts';
import { createRoomKeeper } from './app/room-keeper.ts';
import { createCore } from './core.ts';
import { storeFactsJob, toStoreReading } from './diagnostics/store-facts-job.ts';
import { createHandlers } from './handlers.ts';
import { recogniseJob } from './imports/import-jobs.ts';
import { type AnswerCall, createAnswerCall } from './ipc/answer-calls.ts';
import { broadcast, send } from './ipc/broadcast.ts';
import { createBackingUp } from './joins/backing-up.ts';
import { createDesks } from './joins/desks.ts';
import { createGuarding } from './joins/guarding.ts';
import { createReminding } from './joins/reminding.ts';
import { createTellOfOthers } from './joins/tell-of-others.ts';
import { createJobRunner } from './kernel/jobs/job-runner.ts';
import { takeClipboard } from './platform/clipboard/clipboard-contents.ts';
import { shrinkPicture, writePicture } from './platform/clipboard/picture-clipboard.ts';
import { createLateLog } from './platform/late-log.ts';
import { programFacts, readLogs } from './platform/program-facts.ts';
import { sourceUrl } from './platform/updater/update-source.ts';
import { createUpdateEngine } from './platform/updater/updater.ts';
import { createFolderWatch } from './platform/watch-folder.ts';
import type { WhenFree } from './platform/when-free.ts';
import { createDialogs } from './platform/windows/dialogs.ts';
import { createHotkey } from './platform/windows/hotkey.ts';
import { createNotifier } from './platform/windows/notifier.ts';
import { PAGE_ORIGIN, type PicturesByPlace } from './platform/windows/page-protocol.ts';
import { createTray } from './platform/windows/tray.ts';
import { bringToFront, createPaletteWindow, hidePalette, showPalette } from './platform/windows/windows.ts';
import { createLibraryIndex } from './scripts/library/library-index.ts';
import type { WritableDb } from './store/connection.ts';
import { leaveStore } from './store/state/leave-store.ts';
import { keepReserve, makeRoom } from './store/state/reserve.ts';
import { describeStorage, explainStorage } from './store/state/storage-failure.ts';
import { createUpdates } from './updates/updates.ts';

const REST_AFTER_MS = 1000;

/** Main made these before it read the rest of the program. */
type Beginning = {
  readonly userData: string;
  /** The clock runs from another time than the PC's. */
  readonly isClockSet: boolean;
  readonly clock: Clock;
  /** The program did not end in order the last time. */
  readonly wasCutOff: boolean;
  readonly db: WritableDb;
  readonly preferences: AppPreferences;
  readonly whenFree: WhenFree;
  readonly showMainWindow: () => BrowserWindow;
  readonly places: {
    /** Of the built program: where its threads are. */
    readonly mainFolder: string;
    readonly appFolder: string;
    readonly iconIn: (name: string) => string;
  };
};

/** The window needs these of the program. */
export type Program = { readonly answerCall: AnswerCall; readonly pictures: PicturesByPlace };

/** Puts everything together that knows Electron, and runs until the program quits. */
export function runProgram(beginning: Beginning): Program {
  const { userData, isClockSet, clock, wasCutOff, db, preferences, whenFree, showMainWindow } = beginning;
  const { mainFolder, appFolder, iconIn } = beginning.places;
  const log = createLateLog(userData);
  const guard = createGuarding({
    db,
    clock,
    note: log.info,
    reportBug: log.error,
    stop: stopAll,
    startAgain: () => void startAgain(),
  });
  const reportBug = (what: string, error: unknown) => {
    log.error(what, error);
    guard.hear(error);
  };
  const makeRoomFor = (error: unknown) => makeRoom(error, db.name);
  process.on('uncaughtException', (error) => reportBug('uncaught exception', error));
  process.on('unhandledRejection', (error) => reportBug('unhandled rejection', error));

  const core = createCore({ db, clock });
  core.installStartersOnce();
  const { stores } = core;
  const libraryIndex = createLibraryIndex({
    scripts: stores.scripts,
    groups: stores.scriptGroups,
    runLater: (work, afterMs) => void clock.runAfter(afterMs, work),
  });

  const notifier = createNotifier(iconIn('icon.png'));
  const reminding = createReminding({
    core,
    preferences,
    notifier,
    createTray: (actions) => createTray(iconIn('tray.png'), actions),
    mainWindow: {
      bringToFront: () => bringToFront(showMainWindow()),
      send: (event, payload) => send(showMainWindow(), event, payload),
    },
    beep: () => shell.beep(),
    broadcast,
    whenFree,
    makeRoom: makeRoomFor,
    tellOfOthers: createTellOfOthers({ core, libraryIndex, broadcast }),
    keepTasksCurrent: () => desks.keepTasksCurrent(),
    reportBug,
    quit: () => app.quit(),
  });

  let palette: BrowserWindow | undefined;
  const hotkey = createHotkey(() => {
    palette ??= createPaletteWindow(appFolder);
    showPalette(palette);
    send(palette, 'palette.shown', undefined);
  });

  const jobs = createJobRunner({
    workerUrl: pathToFileURL(join(mainFolder, 'job-worker.js')),
    databasePath: db.name,
    clock,
    isClockSet,
    changed: () => broadcast('jobs.changed', undefined),
    reportBug,
  });
  const backups = createBackingUp({
    core,
    start: jobs.start,
    broadcast,
    notifier,
    bringToFront: () => bringToFront(showMainWindow()),
    wasCutOff,
    foundDamage: guard.foundDamage,
    whenFree,
    reportBug,
  });
  const room = createRoomKeeper({
    clock,
    keepReserve: () => keepReserve(db.name),
    tell: () =>
      notifier.show({
        title: '磁盘快满了',
        body: describeStorage('full', db.name),
        isSilent: true,
        onOpen: () => bringToFront(showMainWindow()),
        actions: [],
      }),
    reportBug,
  });
  const desks = createDesks({
    core,
    start: jobs.start,
    backUpBefore: backups.beforeImport,
    broadcast,
    tasksChanged: reminding.tasksChanged,
  });
  const folderWatch = createFolderWatch({
    clock,
    isKnown: (sha256) => stores.importRuns.findByHash(sha256) !== undefined,
    hasTellingName: core.fileCatalogue.hasTellingName,
    recognise: async (path) => {
      const outcome = await jobs.start(recogniseJob, { path }).result;
      return outcome.kind === 'done' && outcome.value;
    },
    changed: () => broadcast('imports.changed', { list: 'found-files' }),
    reportError: (error) => reportBug('watched folder', error),
  });

  const updates = createUpdates({
    engine: createUpdateEngine(),
    version: app.getVersion(),
    clock,
    readSource: core.updateSource.read,
    saveSource: core.updateSource.save,
    checkSource: sourceUrl,
    underWay: jobs.underWay,
    quit: () => app.quit(),
    changed: () => broadcast('updates.changed', undefined),
    note: log.info,
    reportBug,
  });

  async function readProgram() {
    const store = toStoreReading(await jobs.start(storeFactsJob, undefined).result);
    return { program: programFacts(), store, logs: await readLogs(userData) };
  }

  function applySettings(settings: AppSettings): void {
    nativeTheme.themeSource = settings.appearance.theme;
    hotkey.use(settings.palette.paletteHotkey);
    folderWatch.watch(settings.imports.watchedFolder);
    if (app.isPackaged)
      app.setLoginItemSettings({ openAtLogin: settings.reminders.opensAtLogin, args: ['--hidden'] });
  }

  const answerCall = createAnswerCall({
    handlers: createHandlers(core, {
      version: app.getVersion(),
      broadcast,
      preferences,
      dialogs: createDialogs(showMainWindow),
      clipboard: {
        // On older runtimes it answers at once.
        readText: async () => clipboard.readText(),
        writeText: async (text) => clipboard.writeText(text),
        writePicture,
        take: takeClipboard,
      },
      shrinkPicture,
      ...desks,
      jobs,
      foundFiles: folderWatch,
      libraryIndex,
      updates,
      backups,
      readProgram,
      showInFolder: (path) => shell.showItemInFolder(path),
      reportBug,
      isHotkeyRefused: hotkey.isRefused,
      testReminder: reminding.test,
      hidePalette: () => palette && hidePalette(palette),
      applySettings,
      isClockDoubtful: reminding.isClockDoubtful,
      confirmClock: reminding.confirmClock,
      refreshReminders: reminding.refresh,
    }),
    pageOrigin: PAGE_ORIGIN,
    whenFree(work) {
      guard.requireSound();
      return whenFree(work);
    },
    explain(error) {
      guard.hear(error);
      return explainStorage(error, db.name);
    },
    reportBug,
  });

  // These change nothing in the first moment of the window, so they leave that moment to the page.
  const cancelRest = clock.runAfter(REST_AFTER_MS, () => {
    applySettings(preferences.current());
    reminding.refresh();
    updates.schedule();
    backups.watch();
    guard.watch();
    room.watch();
    // The program may have ended while the tasks of shops were worked out anew.
    desks.keepTasksCurrent();
    log.info(`started ${app.getVersion()}`);
  });
  // The page shows nothing of it, so it waits until the start is over.
  clock.runAfter(MINUTE, () => void whenFree(() => core.scripts.pictures.tidy(clock.now())));

  powerMonitor.on('suspend', reminding.fellAsleep);
  powerMonitor.on('resume', reminding.wokeUp);
  powerMonitor.on('unlock-screen', reminding.tasksChanged);
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    log.info(`a window is gone: ${reason} ${exitCode}`),
  );
  function stopAll(): void {
    cancelRest();
    reminding.stop();
    updates.stop();
    backups.stop();
    room.stop();
    guard.stop();
    folderWatch.watch(null);
  }
  async function startAgain(): Promise<void> {
    await jobs.end();
    app.relaunch();
    app.exit(1);
  }
  function leave(): void {
    try {
      leaveStore(db, clock.now());
    } catch (error) {
      // The program ends all the same, and the next start looks at every page.
      reportBug('leave', error);
    }
  }
  async function endWithJobs(wasBusy: boolean): Promise<void> {
    await backups.beforeEnd();
    const haveEnded = await jobs.end();
    leave();
    updates.installAtEnd({ wasBusy });
    // Electron would wait for a thread that is in the middle of one long statement; the store outlives even a crash.
    if (!haveEnded) process.kill(process.pid, 'SIGKILL');
    // Every window is closed by now; a second `quit` from inside the first is ignored.
    app.exit(0);
  }
  app.on('will-quit', (event) => {
    if (!db.open) return;
    event.preventDefault();
    // It ends by itself, and must not say that the store was left in order.
    if (guard.hasFailed()) return;
    const wasBusy = jobs.underWay().length > 0;
    stopAll();
    void endWithJobs(wasBusy);
  });
  return {
    answerCall,
    pictures: {
      pictures: (id) => core.scripts.pictures.read(ScriptPictureId.parse(id)),
      evidence: (id) => core.duties.readEvidence(EvidenceId.parse(id)),
    },
  };
}

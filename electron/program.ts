import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { EvidenceId, ScriptPictureId } from '../shared/domain/ids.ts';
import type { AppSettings } from '../shared/domain/team/app-settings.ts';
import type { Clock } from '../shared/time/clock.ts';
import { SECOND } from '../shared/time/durations.ts';
import type { AppPreferences } from './app/app-preferences.ts';
import { createCore } from './core.ts';
import { createHandlers } from './handlers.ts';
import { type AnswerCall, createAnswerCall } from './ipc/answer-calls.ts';
import { broadcast, send } from './ipc/broadcast.ts';
import { createAdmit } from './ipc/who-may.ts';
import { createDesks } from './joins/desks.ts';
import { createHotkeyUse } from './joins/hotkey-use.ts';
import { createEnding } from './joins/keeping/ending.ts';
import { createGuarding } from './joins/keeping/guarding.ts';
import { createKeeping } from './joins/keeping/keeping.ts';
import { createNotifying } from './joins/notifying.ts';
import { createProgramReading } from './joins/reading-program.ts';
import { createReminding } from './joins/reminding.ts';
import { createReportWatch } from './joins/reports/report-watch.ts';
import { createTellOfOthers } from './joins/tell-of-others.ts';
import { createUpdating } from './joins/updating.ts';
import { createJobRunner } from './kernel/jobs/job-runner.ts';
import { shrinkPicture } from './platform/clipboard/picture-clipboard.ts';
import { systemClipboard } from './platform/clipboard/system-clipboard.ts';
import { createLateLog } from './platform/late-log.ts';
import { onceQuiet } from './platform/once-quiet.ts';
import { PAGE_ORIGIN, type PicturesByPlace } from './platform/page/page-protocol.ts';
import type { WhenFree } from './platform/when-free.ts';
import { createDesktop } from './platform/windows/desktop.ts';
import { createHotkey } from './platform/windows/hotkey.ts';
import type { MainWindow } from './platform/windows/windows.ts';
import { createLibraryIndex } from './scripts/library/searching/library-index.ts';
import type { WritableDb } from './store/connection.ts';
import { makeRoom } from './store/state/reserve.ts';

const REST = { quietMs: SECOND, atLatestMs: 5 * SECOND };

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
  readonly showMainWindow: () => MainWindow;
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
    logBug: log.error,
    stop: () => ending.stopAll(),
    startAgain: () => void ending.startAgain(),
  });
  const { reportBug } = guard;
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

  const desktop = createDesktop({
    appFolder,
    iconIn,
    showMainWindow,
    appearance: () => preferences.current().appearance,
    paletteShown: (window) => send(window, 'palette.shown', undefined),
  });
  const { comeUp, notifier, palette } = desktop;
  function openImports(): void {
    comeUp();
    send(desktop.window(), 'imports.opened', undefined);
  }
  const { notify, notifyOfReports, pastNotices } = createNotifying({
    notifier,
    store: stores.settings,
    clock,
    whenFree,
    broadcast,
    comeUp,
    openImports,
    reportBug,
  });
  const reminding = createReminding({
    core,
    preferences,
    notifier,
    notify,
    createTray: desktop.createTray,
    mainWindow: {
      bringToFront: comeUp,
      send: (event, payload) => send(desktop.window(), event, payload),
    },
    waitingReports: () => folderWatch.list().length,
    openImports,
    pastNotices,
    beep: desktop.beep,
    broadcast,
    whenFree,
    makeRoom: (error) => makeRoom(error, db.name),
    tellOfOthers: createTellOfOthers({
      core,
      libraryIndex,
      broadcast,
      refreshPreviews: () => desks.desk.refreshStale(),
    }),
    keepTasksCurrent: () => desks.keepTasksCurrent(),
    reportBug,
    quit: () => app.quit(),
  });

  const { relay, hotkeyPressed } = createHotkeyUse({
    clock,
    agentId: core.session.currentAgentId,
    broadcast,
    notifier,
    comeUp,
    dockState: () => desktop.dock().state(),
    showPalette: palette.show,
    reportBug,
  });
  const hotkey = createHotkey(() => void hotkeyPressed());

  const jobs = createJobRunner({
    workerUrl: pathToFileURL(join(mainFolder, 'job-worker.js')),
    databasePath: db.name,
    clock,
    isClockSet,
    changed: () => broadcast('jobs.changed', undefined),
    reportBug,
  });
  const keeping = createKeeping({
    core,
    start: jobs.start,
    broadcast,
    notify,
    wasCutOff,
    foundDamage: guard.foundDamage,
    whenFree,
    reportBug,
  });
  const { backups } = keeping;
  const desks = createDesks({
    core,
    start: jobs.start,
    backUpBefore: backups.beforeImport,
    broadcast,
    tasksChanged: reminding.tasksChanged,
  });
  const folderWatch = createReportWatch({
    clock,
    core,
    start: jobs.start,
    notify: notifyOfReports,
    changed() {
      broadcast('imports.changed', { list: 'found-files' });
      reminding.showTrayState();
    },
    reportBug,
  });

  const updates = createUpdating({
    core,
    version: app.getVersion(),
    underWay: jobs.underWay,
    quit: () => app.quit(),
    broadcast,
    note: log.info,
    reportBug,
  });

  function applySettings(settings: AppSettings): void {
    desktop.apply(settings);
    hotkey.use(settings.palette.paletteHotkey);
    folderWatch.watch(settings.imports.watchedFolder);
  }

  const answerCall = createAnswerCall({
    handlers: createHandlers(core, {
      version: app.getVersion(),
      broadcast,
      preferences,
      dialogs: desktop.dialogs,
      clipboard: systemClipboard,
      shrinkPicture,
      ...desks,
      jobs,
      foundFiles: folderWatch,
      libraryIndex,
      updates,
      backups,
      readProgram: createProgramReading({ start: jobs.start, userData }),
      showInFolder: desktop.showInFolder,
      openFile: desktop.openFile,
      docking: desktop.dock(),
      relay,
      pastNotices,
      reportBug,
      isHotkeyRefused: hotkey.isRefused,
      testReminder: reminding.test,
      hidePalette: palette.hide,
      applySettings,
      isClockDoubtful: reminding.isClockDoubtful,
      confirmClock: reminding.confirmClock,
      refreshReminders: reminding.refresh,
    }),
    pageOrigin: PAGE_ORIGIN,
    admit: createAdmit(core.session),
    whenFree(work) {
      guard.requireSound();
      return whenFree(work);
    },
    explain: guard.explain,
    reportBug,
  });

  // The page's first call has waited and is answered before; then the page draws and asks for nothing.
  setImmediate(() => void whenFree(core.queue.readAhead));
  // These change nothing in the first moments of the window, so they leave those to the page.
  const rest = onceQuiet(clock, REST, () => {
    applySettings(preferences.current());
    reminding.refresh();
    updates.schedule();
    keeping.watch();
    guard.watch();
    // The program may have ended while the tasks of shops were worked out anew.
    desks.keepTasksCurrent();
    log.info(`started ${app.getVersion()}`);
  });

  desktop.listen({
    fellAsleep: reminding.fellAsleep,
    wokeUp: reminding.wokeUp,
    unlocked: reminding.tasksChanged,
    note: log.info,
  });
  const ending = createEnding({
    db,
    clock,
    jobs,
    backups,
    updates,
    stops: [
      rest.cancel,
      reminding.stop,
      updates.stop,
      keeping.stop,
      guard.stop,
      () => folderWatch.watch(null),
    ],
    hasFailed: guard.hasFailed,
    relaunch: () => app.relaunch(),
    exit: (code) => app.exit(code),
    kill: () => process.kill(process.pid, 'SIGKILL'),
    reportBug,
  });
  app.on('will-quit', (event) => {
    if (!db.open) return;
    event.preventDefault();
    ending.endInOrder();
  });
  return {
    answerCall: rest.hear(answerCall),
    pictures: {
      pictures: (id) => core.scripts.pictures.read(ScriptPictureId.parse(id)),
      evidence: (id) => core.duties.readEvidence(EvidenceId.parse(id)),
    },
  };
}

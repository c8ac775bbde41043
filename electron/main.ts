import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app, type BrowserWindow, clipboard, dialog, Menu, nativeTheme, powerMonitor, shell } from 'electron';
import { z } from 'zod';
import type { AppSettings } from '../shared/domain/app-settings.ts';
import { AppError } from '../shared/errors.ts';
import { MINUTE } from '../shared/time/durations.ts';
import { createAppPreferences } from './app/app-preferences.ts';
import { createCore } from './core.ts';
import { readStoreInWorker } from './diagnostics/read-store-facts.ts';
import { createHandlers } from './handlers.ts';
import { createImportDesk } from './imports/import-desk.ts';
import { createImportJobs } from './imports/import-jobs.ts';
import { readExport } from './imports/reading/read-export.ts';
import { broadcast, send } from './ipc/broadcast.ts';
import { registerHandlers } from './ipc/register-handlers.ts';
import { APP_ID } from './platform/app-identity.ts';
import { takeClipboard } from './platform/clipboard-contents.ts';
import { createDialogs } from './platform/dialogs.ts';
import { databasePathIn, readEnvironment } from './platform/environment.ts';
import { hardenContents, hardenSessions } from './platform/harden.ts';
import { createHotkey } from './platform/hotkey.ts';
import { createLog } from './platform/log.ts';
import { keepPagesSmall } from './platform/page-memory.ts';
import { declarePageProtocol, PAGE_ORIGIN, servePage } from './platform/page-protocol.ts';
import { shrinkPicture, writePicture } from './platform/picture-clipboard.ts';
import { programFacts, readLogs } from './platform/program-facts.ts';
import { createStoreThreads } from './platform/store-threads.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { sourceUrl } from './platform/update-source.ts';
import { createUpdateEngine } from './platform/updater.ts';
import { createFolderWatch } from './platform/watch-folder.ts';
import { createWhenFree } from './platform/when-free.ts';
import {
  bringToFront,
  createMainWindow,
  createPaletteWindow,
  hidePalette,
  showPalette,
  WindowPlace,
} from './platform/windows.ts';
import { createReminding } from './reminding.ts';
import { createScriptFileJobs } from './script-exchange/script-file-jobs.ts';
import { createLibraryIndex } from './scripts/library-index.ts';
import { openDatabase } from './store/connection.ts';
import { newId } from './store/identity.ts';
import { migrate } from './store/migrate.ts';
import { createSettingsStore } from './store/settings-store.ts';
import { createUpdates } from './updates/updates.ts';

const PAUSE_BETWEEN_READINGS_MS = 20;
const REST_AFTER_MS = 1000;
const WINDOW_PLACE = 'windowPlace';
const UPDATE_SOURCE = 'updateSource';
const UpdateSource = z.string().nullable();

const mainFolder = dirname(fileURLToPath(import.meta.url));
const appFolder = dirname(mainFolder);
const iconIn = (name: string) => join(app.getAppPath(), 'resources', 'icons', name);

function start(): void {
  const { userData, startsAtMs } = readEnvironment();
  const log = createLog(userData);
  const reportBug = (what: string, error: unknown) => log.error(what, error);
  process.on('uncaughtException', (error) => reportBug('uncaught exception', error));
  process.on('unhandledRejection', (error) => reportBug('unhandled rejection', error));

  const clock = createSystemClock(startsAtMs);
  const databasePath = databasePathIn(userData);
  // Waiting belongs to `whenFree`: the store's own would stop the window during an import.
  const db = openDatabase(databasePath, { busyTimeoutMs: 5 });
  const whenFree = createWhenFree(clock);
  migrate(db);
  const settingsStore = createSettingsStore(db);
  const preferences = createAppPreferences(settingsStore);

  let isQuitting = false;
  let mainWindow: BrowserWindow | undefined;
  let palette: BrowserWindow | undefined;

  function showMainWindow(): BrowserWindow {
    mainWindow ??= createMainWindow({
      appFolder,
      icon: iconIn('icon.png'),
      place: settingsStore.read(WINDOW_PLACE, WindowPlace) ?? null,
      isDark: nativeTheme.shouldUseDarkColors,
      startsHidden: process.argv.includes('--hidden'),
      savePlace: (place) => void whenFree(() => settingsStore.write(WINDOW_PLACE, place)),
      hidesOnClose: () => !isQuitting,
    });
    return mainWindow;
  }

  hardenSessions();
  servePage(join(appFolder, 'renderer'), { read: (id) => core.scripts.pictures.read(id) });
  nativeTheme.themeSource = preferences.current().theme;
  // Its process starts while the rest is put together here; nothing that it asks is answered before that is done.
  showMainWindow();

  const core = createCore({ db, clock });
  core.installStartersOnce();
  const { stores, session } = core;
  const libraryIndex = createLibraryIndex({
    scripts: stores.scripts,
    groups: stores.scriptGroups,
    runLater: (work) => void clock.runAt(clock.now() + PAUSE_BETWEEN_READINGS_MS, work),
  });

  const reminding = createReminding({
    core,
    preferences,
    icons: { app: iconIn('icon.png'), tray: iconIn('tray.png') },
    mainWindow: showMainWindow,
    whenFree,
    reportBug,
    quit: () => app.quit(),
  });

  const hotkey = createHotkey(() => {
    palette ??= createPaletteWindow(appFolder);
    showPalette(palette);
    send(palette, 'palette.shown', undefined);
  });

  const threadsFor = (what: string, worker: string) =>
    createStoreThreads({
      what,
      workerUrl: pathToFileURL(join(mainFolder, worker)),
      databasePath,
      ...(startsAtMs === undefined ? {} : { now: clock.now }),
      reportBug,
    });
  const jobs = createImportJobs(threadsFor('import', 'import-worker.js'));
  const scriptFileJobs = createScriptFileJobs(threadsFor('script file', 'script-file-worker.js'));
  const desk = createImportDesk({
    jobs,
    shopOf: (id) => core.shops.existing(id),
    currentAgentId: session.currentAgentId,
    newId,
    now: clock.now,
    changed: () => broadcast('imports.changed', undefined),
    committed() {
      core.learning.offers.drop();
      reminding.tasksChanged();
    },
  });
  const folderWatch = createFolderWatch({
    clock,
    isKnown: (sha256) => stores.importRuns.findByHash(sha256) !== undefined,
    recognise: (path) => readExport(path, {}).kind === 'readable',
    changed: () => broadcast('imports.changed', undefined),
    reportError: (error) => reportBug('watched folder', error),
  });

  const updates = createUpdates({
    engine: createUpdateEngine(),
    version: app.getVersion(),
    clock,
    readSource: () => settingsStore.read(UPDATE_SOURCE, UpdateSource) ?? null,
    saveSource: (source) => settingsStore.write(UPDATE_SOURCE, source),
    checkSource: sourceUrl,
    isBusy: () => desk.list().some(({ state }) => state.kind === 'working'),
    quit: () => app.quit(),
    changed: () => broadcast('updates.changed', undefined),
    note: log.info,
    reportBug,
  });

  async function readProgram() {
    const workerUrl = pathToFileURL(join(mainFolder, 'diagnostics-worker.js'));
    const store = await readStoreInWorker({ workerUrl, databasePath, nowMs: clock.now() });
    return { program: programFacts(), store, logs: await readLogs(userData) };
  }

  function applySettings(settings: AppSettings): void {
    nativeTheme.themeSource = settings.theme;
    hotkey.use(settings.paletteHotkey);
    folderWatch.watch(settings.watchedFolder);
    if (app.isPackaged) app.setLoginItemSettings({ openAtLogin: settings.opensAtLogin, args: ['--hidden'] });
    reminding.refresh();
  }

  registerHandlers({
    handlers: createHandlers(core, {
      version: app.getVersion(),
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
      desk,
      scriptFileJobs,
      offers: folderWatch,
      libraryIndex,
      updates,
      readProgram,
      showInFolder: (path) => shell.showItemInFolder(path),
      reportBug,
      isHotkeyRefused: hotkey.isRefused,
      testReminder: reminding.test,
      hidePalette: () => palette && hidePalette(palette),
      applySettings,
      refreshReminders: reminding.refresh,
    }),
    pageOrigin: PAGE_ORIGIN,
    whenFree,
    reportBug,
  });

  // What nobody sees in the first moment leaves that moment to the page.
  const cancelRest = clock.runAt(clock.now() + REST_AFTER_MS, () => {
    applySettings(preferences.current());
    updates.schedule();
    log.info(`started ${app.getVersion()}`);
  });
  // Nobody waits for it, so it waits until the start is over.
  clock.runAt(clock.now() + MINUTE, () => void whenFree(() => core.scripts.pictures.tidy(clock.now())));

  for (const event of ['resume', 'unlock-screen'] as const)
    powerMonitor.on(event as 'resume', reminding.tasksChanged);
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    log.info(`a window is gone: ${reason} ${exitCode}`),
  );
  app.on('second-instance', () => bringToFront(showMainWindow()));
  app.on('activate', () => bringToFront(showMainWindow()));
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', (event) => {
    if (!db.open) return;
    event.preventDefault();
    cancelRest();
    const wasBusy = updates.isBusy();
    reminding.stop();
    updates.stop();
    folderWatch.watch(null);
    void Promise.all([jobs.cancelAll(), scriptFileJobs.cancelAll()]).finally(() => {
      db.close();
      updates.installAtEnd({ wasBusy });
      // Every window is closed by now; a second `quit` from inside the first is ignored.
      app.exit(0);
    });
  });
  // The window only hides; the program ends from the tray.
  app.on('window-all-closed', () => {});
}

function startOrExplain(): void {
  try {
    start();
  } catch (error) {
    const reason = error instanceof AppError ? error.message : '数据文件无法打开，可能已损坏或没有读写权限。';
    dialog.showErrorBox('小二工作台无法启动', `${reason}\n\n${app.getPath('userData')}`);
    createLog(app.getPath('userData')).error('start', error);
    app.exit(1);
  }
}

readEnvironment();
app.setAppUserModelId(APP_ID);
// The default menu would take Alt, Ctrl+R, Ctrl+W and Ctrl+Q for itself; macOS needs one for copy and paste.
if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
declarePageProtocol();
keepPagesSmall();
hardenContents();
if (app.requestSingleInstanceLock()) void app.whenReady().then(startOrExplain);
else app.quit();

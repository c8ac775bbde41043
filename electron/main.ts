import { dirname, join } from 'node:path';
import { setTimeout as delay, setImmediate as immediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { app, dialog, Menu, nativeTheme } from 'electron';
import { systemThemeOf, zoomFactor } from '../shared/domain/settings/app/appearance.ts';
import { storageTroubleOf } from '../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../shared/errors.ts';
import { createAppPreferences } from './app/app-preferences.ts';
import { send } from './ipc/broadcast.ts';
import { openChannels } from './ipc/open-channels.ts';
import { APP_ID } from './platform/app-identity.ts';
import { databasePathIn, type Environment, readEnvironment } from './platform/environment.ts';
import { declarePageProtocol, readyResponses, servePage } from './platform/page/page-protocol.ts';
import { keepHeapsSmall } from './platform/small-heaps.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { createWhenFree } from './platform/when-free.ts';
import { DockPlaces, NEVER_DOCKED } from './platform/windows/dock-place.ts';
import { hardenContents, hardenSessions } from './platform/windows/harden.ts';
import { bringToFront, createMainWindow, type MainWindow, WindowPlace } from './platform/windows/windows.ts';
import type { Program } from './program.ts';
import { openDatabase, type WritableDb } from './store/connection.ts';
import { isOfOlderVersion, migrate } from './store/migrate.ts';
import { makeRoom } from './store/state/reserve.ts';
import { stateAtStart } from './store/state/state-at-start.ts';
import { isAsLeft, noteSuspect, readNote } from './store/state/store-note.ts';
import { isTroubled } from './store/state/store-state.ts';
import { createSettingsStore } from './store/team/settings-store.ts';

const WINDOW_PLACE = 'windowPlace';
const DOCK_PLACES = 'dockPlaces';
const LONGEST_WAIT_MS = 500;
/** Another program that looks into the store lets go of it within that time. */
const LOCK_PATIENCE_MS = 2000;

const mainFolder = dirname(fileURLToPath(import.meta.url));
const appFolder = dirname(mainFolder);
const iconIn = (name: string) => join(app.getAppPath(), 'resources', 'icons', name);

/** A store of an older build is brought up in a thread, because that may take minutes; a new one is made here. */
async function openNewestStore(databasePath: string): Promise<WritableDb> {
  // Waiting belongs to `whenFree`: the store's own would stop the window during an import.
  const open = () => openDatabase(databasePath, { busyTimeoutMs: 5 });
  const db = open();
  if (!isOfOlderVersion(db)) {
    migrate(db);
    return db;
  }
  db.close();
  await app.whenReady();
  const { upgradeStore } = await import('./platform/upgrade-store.ts');
  const { followGrowth } = await import('./kernel/jobs/follow-growth.ts');
  const workerUrl = pathToFileURL(join(mainFolder, 'migration-worker.js'));
  const clock = createSystemClock();
  await upgradeStore({
    databasePath,
    workerUrl,
    icon: iconIn('icon.png'),
    followGrowth: (growing, tell) => followGrowth(growing, { clock, tell }),
  });
  return open();
}

/** Opens the store and reads all that the window needs of it; nothing here waits for the window system. */
async function openStore({ userData, startsAtMs }: Environment) {
  const clock = createSystemClock(startsAtMs);
  const databasePath = databasePathIn(userData);
  const wasCutOff = readNote(databasePath) !== null && !isAsLeft(databasePath);
  const db = await openNewestStore(databasePath);
  const settingsStore = createSettingsStore(db);
  const preferences = createAppPreferences(settingsStore);
  const isClockSet = startsAtMs !== undefined;
  const whenFree = createWhenFree(clock, (error) => makeRoom(error, db.name));
  return { userData, isClockSet, clock, wasCutOff, db, settingsStore, preferences, whenFree };
}

type OpenedStore = Awaited<ReturnType<typeof openStore>>;

/** The main window, made when it is first asked for. */
function createMainWindowKeeper({
  clock,
  settingsStore,
  preferences,
  whenFree,
}: OpenedStore): () => MainWindow {
  let isQuitting = false;
  let main: MainWindow | undefined;

  function show(): MainWindow {
    main ??= createMainWindow({
      clock,
      appFolder,
      icon: iconIn('icon.png'),
      place: settingsStore.read(WINDOW_PLACE, WindowPlace) ?? null,
      isDark: nativeTheme.shouldUseDarkColors,
      zoomFactor: () => zoomFactor(preferences.current().appearance.zoom),
      dockPlaces: {
        read: () => settingsStore.read(DOCK_PLACES, DockPlaces) ?? NEVER_DOCKED,
        save: (places) => void whenFree(() => settingsStore.write(DOCK_PLACES, places)),
      },
      dockChanged: () => main && send(main.window, 'window.changed', undefined),
      startsHidden: process.argv.includes('--hidden'),
      savePlace: (place) => void whenFree(() => settingsStore.write(WINDOW_PLACE, place)),
      hidesOnClose: () => !isQuitting,
    });
    return main;
  }

  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('second-instance', () => bringToFront(show().window));
  app.on('activate', () => bringToFront(show().window));
  return show;
}

/** The pages are served from when the first window needs them, once for all; their program may come later. */
function createPages() {
  const program = Promise.withResolvers<Program>();
  let serving: Promise<void> | undefined;
  function serve(): Promise<void> {
    if (serving) return serving;
    hardenSessions();
    serving = servePage(
      join(appFolder, 'renderer'),
      program.promise.then(({ pictures }) => pictures),
    );
    return serving;
  }
  return { program, serve };
}

type Pages = ReturnType<typeof createPages>;

const rescueWorkerUrl = pathToFileURL(join(mainFolder, 'rescue-worker.js'));

/** A store that is lost, damaged or locked has a page of its own before there is a program. */
async function bringStoreBack({ userData, startsAtMs }: Environment, { serve }: Pages): Promise<void> {
  const databasePath = databasePathIn(userData);
  const state = await stateAtStart(databasePath, async (look) => {
    const { lookInThread } = await import('./joins/rescue/look-in-thread.ts');
    return lookInThread(rescueWorkerUrl, {
      ...look,
      databasePath,
      nowMs: createSystemClock(startsAtMs).now(),
      busyTimeoutMs: LOCK_PATIENCE_MS,
    });
  });
  if (!isTroubled(state)) return;
  await app.whenReady();
  void serve();
  const { runRescue } = await import('./joins/rescue/rescuing.ts');
  await runRescue({
    state,
    databasePath,
    userData,
    clock: createSystemClock(startsAtMs),
    workerUrl: rescueWorkerUrl,
    window: {
      preload: join(appFolder, 'preload/preload.cjs'),
      icon: iconIn('icon.png'),
      isDark: nativeTheme.shouldUseDarkColors,
    },
  });
}

/**
 * Only what the window needs is read before it is there. Its process starts and reads the page while the rest of the
 * program is read here; calls of the page wait until the handlers are there.
 */
async function start(opened: OpenedStore, { program, serve }: Pages): Promise<void> {
  const { promise } = program;
  const hasPage = serve();
  openChannels(promise.then(({ answerCall }) => answerCall));
  nativeTheme.themeSource = systemThemeOf(opened.preferences.current().appearance.theme);
  const showMainWindow = createMainWindowKeeper(opened);
  showMainWindow();

  // To read the program keeps this thread busy, so the page gets all of its code first. If the page fails, the program
  // is read all the same.
  await Promise.race([hasPage, delay(LONGEST_WAIT_MS)]);
  const { runProgram } = await import('./program.ts');
  program.resolve(runProgram({ ...opened, showMainWindow, places: { mainFolder, appFolder, iconIn } }));
}

/** Another program may take the file between the look at it and its opening. */
async function openPatiently(environment: Environment): Promise<OpenedStore> {
  const patiently = createWhenFree(createSystemClock(), () => false, LOCK_PATIENCE_MS);
  return patiently(() => openStore(environment));
}

async function startOrExplain(environment: Environment): Promise<void> {
  try {
    // From here until Electron is ready this thread has nothing else to do.
    await immediate();
    readyResponses();
    const pages = createPages();
    await bringStoreBack(environment, pages);
    const opened = await openPatiently(environment);
    await app.whenReady();
    await start(opened, pages);
  } catch (error) {
    await app.whenReady();
    const { createLog } = await import('./platform/log.ts');
    createLog(environment.userData).error('start', error);
    if (leadsToRescue(environment, error)) app.relaunch();
    else await explain(environment, error);
    app.exit(1);
  }
}

/** A store that fails while it is opened is shown at the next start, before it is opened again. */
function leadsToRescue({ userData }: Environment, error: unknown): boolean {
  const databasePath = databasePathIn(userData);
  const trouble = storageTroubleOf(error);
  if (trouble !== 'damaged' && trouble !== 'io') return false;
  try {
    noteSuspect(databasePath, 'failed', createSystemClock().now());
  } catch {
    // The disk takes nothing any more, so there would be no end of starting.
    return false;
  }
  return readNote(databasePath)?.suspect === 'failed';
}

async function explain({ userData }: Environment, error: unknown): Promise<void> {
  const { explainStorage } = await import('./store/state/storage-failure.ts');
  const explained = explainStorage(error, databasePathIn(userData));
  const reason = explained instanceof AppError ? explained.message : '程序出现内部错误，已写入日志。';
  dialog.showErrorBox('小二工作台无法启动', `${reason}\n\n${userData}`);
}

const environment = readEnvironment();
app.setAppUserModelId(APP_ID);
// The window only hides; the program ends from the tray.
app.on('window-all-closed', () => {});
// The default menu would take Alt, Ctrl+R, Ctrl+W and Ctrl+Q for itself; macOS needs one for copy and paste.
if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
declarePageProtocol();
keepHeapsSmall();
hardenContents();
if (app.requestSingleInstanceLock()) void startOrExplain(environment);
else app.quit();

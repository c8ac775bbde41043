import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import type { Clock } from '../../../shared/time/clock.ts';
import { PAGE_ORIGIN } from '../page/page-protocol.ts';
import { createDock, type Dock } from './dock.ts';
import { type DockPlaces, leastWidth } from './dock-place.ts';
import { showOnceDrawn } from './show-once-drawn.ts';

const LEAST_HEIGHT = 480;

export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

export function securePreferences(
  preload: string,
  zoomFactor = 1,
): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    zoomFactor,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: false,
    // A hidden window must still sound a reminder on time.
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  };
}

function isOnScreen(place: WindowPlace): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const left = Math.max(place.x, workArea.x);
    const right = Math.min(place.x + place.width, workArea.x + workArea.width);
    const isBarReachable = place.y >= workArea.y && place.y < workArea.y + workArea.height;
    return right - left > 100 && isBarReachable;
  });
}

function boundsOf(place: WindowPlace | null): Partial<Rectangle> {
  if (!place) return { width: 1280, height: 800 };
  const { x, y, width, height } = place;
  return { x, y, width, height };
}

type MainWindowOptions = {
  readonly clock: Clock;
  readonly appFolder: string;
  readonly icon: string;
  readonly place: WindowPlace | null;
  readonly isDark: boolean;
  readonly zoomFactor: () => number;
  readonly dockPlaces: { read(): DockPlaces; save(places: DockPlaces): void };
  readonly dockChanged: () => void;
  readonly startsHidden: boolean;
  readonly savePlace: (place: WindowPlace) => void;
  /** True while closing must only hide: the app lives on in the tray. */
  readonly hidesOnClose: () => boolean;
};

export type MainWindow = { readonly window: BrowserWindow; readonly dock: Dock };

/** The workbench window, where it was last time as long as a screen is still there. */
export function createMainWindow(options: MainWindowOptions): MainWindow {
  const place = options.place && isOnScreen(options.place) ? options.place : null;
  const window = new BrowserWindow({
    ...boundsOf(place),
    minWidth: leastWidth(options.zoomFactor()),
    minHeight: LEAST_HEIGHT,
    show: false,
    title: '小二工作台',
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: options.isDark ? '#141414' : '#ffffff',
    webPreferences: securePreferences(join(options.appFolder, 'preload/preload.cjs'), options.zoomFactor()),
  });
  window.removeMenu();
  const wasMaximized = place?.isMaximized === true;
  if (wasMaximized && !options.dockPlaces.read().isDocked) window.maximize();
  if (!options.startsHidden) showOnceDrawn(window, options.clock, () => window.show());
  const save = () => options.savePlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  const dock = createDock({
    window,
    wasMaximized,
    ...options.dockPlaces,
    zoomFactor: options.zoomFactor,
    saveNormalPlace: save,
    changed: options.dockChanged,
  });
  window.on('close', (event) => {
    if (!dock.state().isDocked) save();
    if (!options.hidesOnClose()) return;
    event.preventDefault();
    window.hide();
  });
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return { window, dock };
}

/** A page that is drawn larger has room for the same in a window that is as much wider. */
export function keepWideEnough(window: BrowserWindow, zoomFactor: number): void {
  const { workArea } = screen.getDisplayMatching(window.getBounds());
  const least = Math.min(leastWidth(zoomFactor), workArea.width);
  window.setMinimumSize(least, LEAST_HEIGHT);
  const [width = 0, height = 0] = window.getSize();
  if (width < least) window.setSize(least, height);
}

/** Draws what is in every window larger or smaller. */
export function zoomWindows(zoomFactor: number): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(zoomFactor);
}

const PALETTE_SIZE = { width: 680, height: 520 } as const;

/** The small script window that comes up over any program. */
export function createPaletteWindow(appFolder: string, zoomFactor: number): BrowserWindow {
  const window = new BrowserWindow({
    ...PALETTE_SIZE,
    show: false,
    frame: false,
    resizable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    fullscreenable: false,
    title: '话术',
    // On macOS it takes the keys without making this program the active one.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: securePreferences(join(appFolder, 'preload/preload.cjs'), zoomFactor),
  });
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  window.on('blur', () => hidePalette(window));
  void window.loadURL(`${PAGE_ORIGIN}/palette.html`);
  return window;
}

/** Shows the palette on the screen that holds the mouse. */
export function showPalette(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const zoomFactor = window.webContents.getZoomFactor();
  const width = Math.min(Math.round(PALETTE_SIZE.width * zoomFactor), workArea.width);
  const height = Math.min(Math.round(PALETTE_SIZE.height * zoomFactor), workArea.height);
  window.setBounds({
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 3),
    width,
    height,
  });
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * The program that the agent came from gets the focus back, so that the next key pastes: Linux and, for a panel,
 * macOS do that for a window that hides; Windows only for one that is minimised first.
 */
export function hidePalette(window: BrowserWindow): void {
  if (!window.isVisible()) return;
  if (process.platform === 'win32' && window.isFocused()) window.minimize();
  window.hide();
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

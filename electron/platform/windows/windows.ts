import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle, screen } from 'electron';
import { z } from 'zod';
import { PAGE_ORIGIN } from './page-protocol.ts';

export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean(),
});
export type WindowPlace = z.infer<typeof WindowPlace>;

export function securePreferences(preload: string): BrowserWindowConstructorOptions['webPreferences'] {
  return {
    preload,
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
  readonly appFolder: string;
  readonly icon: string;
  readonly place: WindowPlace | null;
  readonly isDark: boolean;
  readonly startsHidden: boolean;
  readonly savePlace: (place: WindowPlace) => void;
  /** True while closing must only hide: the app lives on in the tray. */
  readonly hidesOnClose: () => boolean;
};

/** The workbench window, where it was last time as long as a screen is still there. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const place = options.place && isOnScreen(options.place) ? options.place : null;
  const window = new BrowserWindow({
    ...boundsOf(place),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '小二工作台',
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: options.isDark ? '#141414' : '#ffffff',
    webPreferences: securePreferences(join(options.appFolder, 'preload/preload.cjs')) ?? {},
  });
  window.removeMenu();
  if (place?.isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    if (!options.startsHidden) window.show();
  });
  const save = () => options.savePlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  window.on('close', (event) => {
    save();
    if (!options.hidesOnClose()) return;
    event.preventDefault();
    window.hide();
  });
  void window.loadURL(`${PAGE_ORIGIN}/index.html`);
  return window;
}

/** The small script window that comes up over any program. */
export function createPaletteWindow(appFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 680,
    height: 520,
    show: false,
    frame: false,
    resizable: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    fullscreenable: false,
    title: '话术',
    // On macOS it takes the keys without making this program the active one.
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: securePreferences(join(appFolder, 'preload/preload.cjs')) ?? {},
  });
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  window.on('blur', () => hidePalette(window));
  void window.loadURL(`${PAGE_ORIGIN}/palette.html`);
  return window;
}

/** Shows the palette on the screen that holds the mouse. */
export function showPalette(window: BrowserWindow): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const [width = 680, height = 520] = window.getSize();
  window.setPosition(
    Math.round(workArea.x + (workArea.width - width) / 2),
    Math.round(workArea.y + (workArea.height - height) / 3),
  );
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

import { app, nativeTheme, powerMonitor, shell } from 'electron';
import { systemThemeOf, zoomFactor } from '../../../shared/domain/settings/app/appearance.ts';
import type { AppSettings } from '../../../shared/domain/team/app-settings.ts';
import { createDialogs } from './dialogs.ts';
import { createNotifier } from './notifier.ts';
import { createPaletteHost } from './palette-host.ts';
import { createTray, type TrayActions } from './tray.ts';
import { bringToFront, keepWideEnough, type MainWindow, zoomWindows } from './windows.ts';

type Dependencies = Pick<Parameters<typeof createPaletteHost>[0], 'appFolder'> & {
  readonly iconIn: (name: string) => string;
  readonly showMainWindow: () => MainWindow;
  readonly appearance: () => AppSettings['appearance'];
  /** The page of the palette clears itself and asks for whom it is. */
  readonly paletteShown: Parameters<typeof createPaletteHost>[0]['shown'];
};

type SystemEvents = {
  readonly fellAsleep: () => void;
  readonly wokeUp: () => void;
  readonly unlocked: () => void;
  readonly note: (text: string) => void;
};

/** The windows, the tray and the pop-ups of the program, and the events of the system around them. */
export function createDesktop(dependencies: Dependencies) {
  const { appFolder, iconIn, showMainWindow, appearance, paletteShown } = dependencies;
  const window = () => showMainWindow().window;
  return {
    window,
    dock: () => showMainWindow().dock,
    comeUp: () => bringToFront(window()),
    notifier: createNotifier(iconIn('icon.png')),
    createTray: (actions: TrayActions) => createTray(iconIn('tray.png'), actions),
    dialogs: createDialogs(window),
    palette: createPaletteHost({
      appFolder,
      zoomFactor: () => zoomFactor(appearance().zoom),
      shown: paletteShown,
    }),
    beep: () => shell.beep(),
    showInFolder: (path: string) => shell.showItemInFolder(path),
    openFile: (path: string) => shell.openPath(path),

    apply({ appearance: { theme, zoom }, reminders }: AppSettings): void {
      nativeTheme.themeSource = systemThemeOf(theme);
      zoomWindows(zoomFactor(zoom));
      keepWideEnough(window(), zoomFactor(zoom));
      showMainWindow().dock.place();
      if (app.isPackaged)
        app.setLoginItemSettings({ openAtLogin: reminders.opensAtLogin, args: ['--hidden'] });
    },

    listen({ fellAsleep, wokeUp, unlocked, note }: SystemEvents): void {
      powerMonitor.on('suspend', fellAsleep);
      powerMonitor.on('resume', wokeUp);
      powerMonitor.on('unlock-screen', unlocked);
      app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
        note(`a window is gone: ${reason} ${exitCode}`),
      );
    },
  };
}

import { app, BrowserWindow, dialog, shell } from 'electron';
import type { Clock } from '../../../shared/time/clock.ts';
import { PAGE_ORIGIN } from '../page/page-protocol.ts';
import { showOnceDrawn } from './show-once-drawn.ts';
import { bringToFront, securePreferences } from './windows.ts';

type Options = {
  readonly clock: Clock;
  readonly preload: string;
  readonly icon: string;
  readonly isDark: boolean;
};

/**
 * The window that stands in the place of the program while its store cannot be opened. To close it ends the program:
 * there is nothing behind it.
 */
export function createRescueWindow({ clock, preload, icon, isDark }: Options) {
  const window = new BrowserWindow({
    width: 860,
    height: 680,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: '小二工作台',
    icon,
    autoHideMenuBar: true,
    backgroundColor: isDark ? '#141414' : '#ffffff',
    webPreferences: securePreferences(preload),
  });
  const comeUp = () => bringToFront(window);
  window.removeMenu();
  showOnceDrawn(window, clock, comeUp);
  window.once('closed', () => app.quit());
  app.on('second-instance', comeUp);
  void window.loadURL(`${PAGE_ORIGIN}/rescue.html`);

  return {
    comeUp,
    /** The program goes on behind it. */
    close(): void {
      app.off('second-instance', comeUp);
      window.removeAllListeners('closed');
      window.destroy();
    },
    async chooseStoreCopy(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: '选择一个备份',
        filters: [{ name: '备份', extensions: ['db', 'bak'] }],
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseTarget(name: string): Promise<string | null> {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: '保存到',
        defaultPath: name,
      });
      return canceled || !filePath ? null : filePath;
    },
    showInFolder: (path: string): void => shell.showItemInFolder(path),
  };
}
